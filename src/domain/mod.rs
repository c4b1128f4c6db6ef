//! The rules. No async, no clock, no input or output, no log: values in, values out.

pub mod lang;
