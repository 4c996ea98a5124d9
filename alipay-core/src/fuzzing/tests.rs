//! The fuzzer's inputs as tests: what it began with, what it found on its way, and what once failed.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;

mod seeds;

type Target = (&'static str, fn(&[u8]) -> bool);

/// The name of a folder of inputs, and what reads them.
const TARGETS: &[Target] = &[
    ("answer", answer),
    ("notification", notification),
    ("keys", keys),
    ("form", form),
    ("charset", charset),
    #[cfg(feature = "websocket")]
    ("websocket", websocket),
];

/// What a seed needs that is not always there: a part of its name, and whether it is there.
const NEEDS: [(&str, bool); 3] =
    [("-aes", cfg!(feature = "encryption")), ("-sm2", cfg!(feature = "sm2")), ("-sha1", cfg!(feature = "rsa-sha1"))];

fn corpus(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target)
}

fn inputs(target: &str) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(corpus(target)).unwrap_or_else(|error| panic!("no inputs of {target}: {error}"));
    let mut inputs: Vec<_> = files
        .map(|file| file.unwrap())
        .map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap()))
        .collect();
    inputs.sort();
    inputs
}

/// The names say it: `accept…` has to get through, `refuse…` must not, and of the others only what the
/// target asserts of every input has to hold.
#[test]
fn every_input_of_the_fuzzer_holds() {
    for (target, read) in TARGETS {
        let (mut accepted, mut refused) = (0, 0);
        for (name, input) in inputs(target) {
            let is_accepted = read(&input);
            if NEEDS.iter().any(|(part, is_there)| name.contains(part) && !is_there) {
                continue;
            }
            if name.starts_with("accept") {
                assert!(is_accepted, "{target}/{name} is refused");
                accepted += 1;
            } else if name.starts_with("refuse") {
                assert!(!is_accepted, "{target}/{name} is accepted");
                refused += 1;
            }
        }
        // A fuzzer that starts from nothing good gets nowhere.
        assert!(accepted >= 5 && refused >= 5, "{target}: {accepted} accepted, {refused} refused");
    }
}

#[test]
fn every_start_of_a_good_input_holds() {
    for (target, read) in TARGETS {
        assert!(!read(&[]), "{target}");
        for (_, input) in inputs(target).into_iter().filter(|(name, _)| name.starts_with("accept")) {
            let step = (input.len() / 40).max(1);
            for length in (1..input.len()).step_by(step) {
                // It panics, or it holds.
                read(&input[..length]);
            }
        }
    }
}

/// With `FUZZ_SEEDS=overwrite` in the environment they are written anew, for somebody to read.
#[test]
fn the_seeds_are_those_that_are_written_here() {
    let is_written = std::env::var("FUZZ_SEEDS").is_ok_and(|word| word == "overwrite");
    for (target, seeds) in seeds::all() {
        for (name, seed) in seeds {
            let path = corpus(target).join(&name);
            if is_written {
                fs::create_dir_all(corpus(target)).unwrap();
                fs::write(&path, &seed).unwrap();
            }
            assert!(fs::read(&path).is_ok_and(|file| file == seed), "{target}/{name} is missing or another");
        }
    }
}
