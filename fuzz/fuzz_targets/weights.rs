#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(init: targets::leave_workbooks_alone(), |bytes: &[u8]| targets::weights(bytes));
