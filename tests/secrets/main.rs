//! Nothing that can be printed shows a secret.
//!
//! The test runs this program once more, as a child that prints all there is to print: every span and event at
//! every level, of these crates and of all beneath them, while all examples and much else run; `Debug` and
//! `Display` of every public type; and whatever panics say. All of that is searched for keys, tokens,
//! signatures and what fields held.

mod allowed;
mod calls;
mod capture;
mod declared;
mod examples;
mod inbound;
#[path = "../methods.rs"]
mod methods;
mod modes;
mod public;
mod recorder;
mod search;
mod show;
mod values;

use std::sync::LazyLock;

use alipay_sandbox::demo;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use self::capture::Capture;
use self::search::{Search, long_run};

static CAPTURE: LazyLock<Capture> = LazyLock::new(Capture::take);

/// Stands in every text of a request, an answer, a notification and a message, and in every token.
const CANARIES: &[&str] = &["hidden", "隐藏", "28763443825664394"];

fn search() -> Search {
    let canaries = CANARIES.iter().map(|canary| ("what a field or a token held", canary.as_bytes().to_vec()));
    let keys = [demo::PRIVATE_KEY, demo::NEXT_ALIPAY_PRIVATE_KEY].into_iter().flat_map(parts_of_key);
    let content_key = BASE64_STANDARD.decode(demo::CONTENT_KEY).unwrap();
    let content_key = [content_key, demo::CONTENT_KEY.into()].map(|key| ("the content key", key));
    let literals = examples::contents().into_iter().map(|text| ("what an example sends", text.into_bytes()));
    let secrets = canaries.chain(keys).chain(content_key).chain(literals);
    Search::new(secrets.map(|(what, secret)| (what.to_owned(), secret)))
}

/// Each line of the text, and each 16 bytes of what it says.
fn parts_of_key(pem: &str) -> Vec<(&'static str, Vec<u8>)> {
    let lines: Vec<_> = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = BASE64_STANDARD.decode(lines.concat()).unwrap();
    // The first bytes say that it is an RSA key, as they do of every one.
    let bytes = der.chunks_exact(16).skip(3).map(|bytes| ("bytes of a private key", bytes.to_vec()));
    lines.iter().skip(1).map(|line| ("a line of a private key", line.as_bytes().to_vec())).chain(bytes).collect()
}

#[test]
fn nothing_that_is_printed_holds_a_secret() {
    let search = search();
    let mut found = Vec::new();
    for line in CAPTURE.lines.iter().filter(|line| !allowed::is_of_another(line)) {
        for (what, spelling) in search.find(line) {
            if !allowed::is_allowed(line, spelling) {
                found.push(format!("{what} ({spelling}) in: {line:.500}"));
            }
        }
        if let Some(run) = long_run(line).filter(|run| !allowed::is_address(run)) {
            found.push(format!("a signature, key or ciphertext ({run:.40}…) in: {line:.500}"));
        }
    }
    assert!(found.is_empty(), "{} in {} lines:\n{}", found.len(), CAPTURE.lines.len(), found.join("\n"));
}

#[test]
fn the_capture_is_whole() {
    // The libraries below write into it too, by `tracing` and by `log`.
    for expected in ["[alipay_core", "[h2::", "[hyper_util::", "[log tungstenite::", demo::APP_ID] {
        assert!(CAPTURE.lines.iter().any(|line| line.contains(expected)), "{expected}");
    }
    for example in examples::NAMES {
        assert!(CAPTURE.lines.iter().any(|line| *line == format!("== example {example}")), "{example}");
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/Cargo.toml");
    let manifest: toml::Table = std::fs::read_to_string(folder).unwrap().parse().unwrap();
    let known: Vec<_> =
        manifest["example"].as_array().unwrap().iter().map(|example| example["name"].as_str().unwrap()).collect();
    assert_eq!(examples::NAMES, known);
}

#[test]
fn nothing_of_ours_panics() {
    let panics: Vec<_> = CAPTURE.lines.iter().filter(|line| line.contains("panicked at")).collect();
    // The handler that is told to: so the others would be seen.
    assert!(panics.iter().any(|line| line.contains("tests/secrets/inbound.rs")), "{panics:?}");
    let ours = ["alipay-core/", "alipay-apis/", "alipay-macros/", "examples/"];
    assert!(!panics.iter().any(|line| ours.iter().any(|krate| line.contains(krate))), "{panics:?}");
}

#[test]
fn every_public_type_was_printed() {
    let (core, apis) = (public::types_of("alipay-core"), public::types_of("alipay-apis"));
    // The scan works.
    assert!(core.types.len() > 100 && core.types.contains(&"alipay_core::key::PrivateKey".to_owned()));
    assert!(apis.declared.len() > 300, "{}", apis.declared.len());
    let is_missing = |name: &&String| !CAPTURE.types.contains(*name) && !allowed::WITHIN.contains(&name.as_str());
    let missing: Vec<_> = core.types.iter().chain(&apis.types).filter(is_missing).collect();
    assert!(missing.is_empty(), "show a value of each in tests/secrets, or say `mute!`: {missing:#?}");
}

/// A declared type has the `Debug` of its schema, and rustc allows no second one.
#[test]
fn what_is_declared_is_printed_by_its_schema() {
    let by_hand = public::places_of("alipay-apis", "fmt::Debug for");
    assert_eq!(by_hand.len(), 3, "{by_hand:#?}");
}

/// The child: prints everything. Does nothing unless [`Capture::take`] asks for it.
#[test]
fn print_everything() {
    if capture::is_child() {
        recorder::install();
        modes::run_blocking();
        actix_web::rt::System::new().block_on(async {
            examples::run_all().await;
            calls::run().await;
            Box::pin(declared::methods()).await;
            declared::notifications().await;
            inbound::run().await;
            modes::run().await;
        });
        values::run();
        println!("{}", capture::END);
    }
}
