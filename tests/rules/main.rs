//! The house rules, held against the sources: which module may name which, what stands where, and how long.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail the test"
)]

mod image;
mod logs;
mod names;
mod sets;
mod source;
mod walls;
