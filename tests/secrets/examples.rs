//! All examples, as they stand in `examples/`, one after the other.

use std::io;

/// Lines that an example prints for its user begin so.
pub(crate) const ON_PURPOSE: &str = "OUT| ";

macro_rules! examples {
    ($($(#[$path:meta])* $example:ident;)*) => {
        $(
            $(#[$path])*
            #[expect(dead_code, clippy::duplicate_mod, reason = "each is a program of its own, with the same beginning")]
            mod $example;
        )*

        pub(crate) const NAMES: &[&str] = &[$(stringify!($example)),*];

        pub(crate) async fn run_all() {
            $(
                println!("== example {}", stringify!($example));
                $example::run(&mut OnPurpose::default()).await.unwrap();
            )*
        }
    };
}

examples! {
    #[path = "../../examples/checkout.rs"]
    checkout;
    #[path = "../../examples/create_voucher.rs"]
    create_voucher;
    #[path = "../../examples/notification_actix.rs"]
    notification_actix;
    #[path = "../../examples/notification_hyper.rs"]
    notification_hyper;
    #[path = "../../examples/notification_server/main.rs"]
    notification_server;
    #[path = "../../examples/pay_page.rs"]
    pay_page;
    #[path = "../../examples/points_update.rs"]
    points_update;
}

/// What an example prints for its user, line by line.
#[derive(Default)]
struct OnPurpose {
    line: Vec<u8>,
}

impl io::Write for OnPurpose {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            if byte == b'\n' {
                println!("{ON_PURPOSE}{}", String::from_utf8_lossy(&self.line));
                self.line.clear();
            } else {
                self.line.push(byte);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The texts that the examples send and are sent, read from their sources: what is long and made of digits, or is
/// not in ASCII, or is one long word. What only their tests say is left out.
pub(crate) fn contents() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut contents = Vec::new();
    for entry in
        std::fs::read_dir(&folder).unwrap().chain(std::fs::read_dir(folder.join("notification_server")).unwrap())
    {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            let source = std::fs::read_to_string(path).unwrap();
            let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let code: Vec<_> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            contents.extend(literals(&code.join("\n")).filter(|text| is_content(text)).map(str::to_owned));
        }
    }
    contents.sort_unstable();
    contents.dedup();
    assert!(contents.iter().any(|text| text == "美味甜甜圈 一盒") && contents.len() > 15, "{contents:?}");
    contents
}

/// What stands between quotes. No example has an escaped one.
fn literals(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2)
}

fn is_content(text: &str) -> bool {
    let is_word = text.len() >= 16 && !text.contains([' ', '{', '\n']) && !text.contains("://127.0.0.1");
    !text.is_ascii() || is_word || text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}
