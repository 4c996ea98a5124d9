//! What the compiler tells the author of a declaration.
//!
//! `ours/` holds mistakes that our macros report, in our words and at our spans: the same on every
//! compiler. `rustc/` holds mistakes that rustc reports at the author's token: its words change from
//! version to version, so they are compared only with the version they were recorded with. `pass/`
//! holds declarations without a mistake; they are modules of this test, so that clippy sees them.
//!
//! After a message has changed on purpose: `TRYBUILD=overwrite cargo test -p alipay-tests --test ui`,
//! then read every changed `.stderr` with the eyes of its author.

pub mod pass;
mod reference;

use std::io::Write;
use std::process::Command;

/// The compiler that the messages in `rustc/` were recorded with.
const RECORDED_WITH: &str = "rustc 1.95.";

#[test]
fn each_mistake_has_one_message_at_its_token() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/ours/*.rs");
    let version = compiler_version();
    if version.starts_with(RECORDED_WITH) {
        cases.compile_fail("ui/rustc/*.rs");
    } else {
        say(&format!(
            "skipped: ui/rustc/*.rs, whose messages are {RECORDED_WITH}x's own words; this is {version}. ui/ours/*.rs is compared."
        ));
    }
}

fn compiler_version() -> String {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(compiler).arg("--version").output();
    output.map_or_else(
        |error| format!("a compiler that does not tell its version ({error})"),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

/// Says it also in a run that passes, whose `eprintln!` the test harness would swallow.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
