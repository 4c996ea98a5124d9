//! Runs the child and keeps what it printed.

use std::collections::HashSet;
use std::env;
use std::process::Command;

use crate::show::TYPE;

const IS_CHILD: &str = "ALIPAY_TESTS_PRINT_EVERYTHING";
/// The child came to its end.
pub(crate) const END: &str = "== end";

pub(crate) struct Capture {
    /// Each line once: the same is traced a thousand times.
    pub(crate) lines: HashSet<String>,
    /// The types that were printed.
    pub(crate) types: HashSet<String>,
}

pub(crate) fn is_child() -> bool {
    env::var_os(IS_CHILD).is_some()
}

impl Capture {
    pub(crate) fn take() -> Self {
        let mut child = Command::new(env::current_exe().unwrap());
        child.args(["--exact", "print_everything", "--nocapture", "--test-threads=1"]);
        child.env(IS_CHILD, "1").env("RUST_BACKTRACE", "0");
        // The examples would call another gateway.
        for name in ["ALIPAY_APP_ID", "ALIPAY_PRIVATE_KEY", "ALIPAY_PUBLIC_KEY", "ALIPAY_GATEWAY"] {
            child.env_remove(name);
        }
        let output = child.output().unwrap();
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success() && out.contains(END), "{}\n{err}", out.lines().last().unwrap_or_default());
        let lines = out.lines().chain(err.lines());
        let types = lines.clone().filter_map(|line| line.strip_prefix(TYPE)).map(without_generics).collect();
        let lines = lines.filter(|line| !line.starts_with(TYPE)).map(str::to_owned).collect();
        Self { lines, types }
    }
}

fn without_generics(name: &str) -> String {
    name.trim_start_matches('&').split('<').next().unwrap_or_default().to_owned()
}
