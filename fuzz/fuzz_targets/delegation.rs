#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(init: targets::prepare(), |bytes: &[u8]| targets::delegation(bytes));
