//! Arguments, logging, exit code. Nothing else.

fn main() {}
