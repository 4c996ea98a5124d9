//! Finding a secret in a text, however it is spelt.

use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

/// Of what is in base64 or hexadecimal digits, no more than this in a row is anything but a signature, a key or
/// ciphertext: certificate numbers have 32, hashes 64.
const LONGEST_RUN: usize = 80;

/// Secrets, each in all its spellings, looked for at once.
pub(crate) struct Search {
    automaton: AhoCorasick,
    /// Whose spelling each is.
    of: Vec<String>,
    spellings: Vec<String>,
}

impl Search {
    /// What each secret is, and the secret.
    pub(crate) fn new(secrets: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let (mut of, mut all) = (Vec::new(), Vec::new());
        for (what, secret) in secrets {
            let mut spellings = spellings(&secret);
            spellings.sort_unstable();
            spellings.dedup();
            of.extend(spellings.iter().map(|_| what.clone()));
            all.extend(spellings);
        }
        Self { automaton: AhoCorasick::new(&all).unwrap(), of, spellings: all }
    }

    /// Every spelling of a secret that stands in the text, and what the secret is.
    pub(crate) fn find(&self, text: &str) -> Vec<(&str, &str)> {
        let found = self.automaton.find_overlapping_iter(text).map(|found| found.pattern().as_usize());
        let mut found: Vec<_> = found.map(|index| (self.of[index].as_str(), self.spellings[index].as_str())).collect();
        found.dedup();
        found
    }
}

fn spellings(secret: &[u8]) -> Vec<String> {
    let each = |write: fn(u8) -> String, between: &str| {
        secret.iter().map(|byte| write(*byte)).collect::<Vec<_>>().join(between)
    };
    let mut all = vec![
        // Bytes: as a list, in hexadecimal digits, percent-encoded, as Rust escapes them.
        each(|byte| byte.to_string(), ", "),
        each(|byte| format!("{byte:02x}"), ""),
        each(|byte| format!("{byte:02X}"), ""),
        each(|byte| format!("{byte:02x}"), ":"),
        each(|byte| format!("%{byte:02X}"), ""),
        each(|byte| format!("%{byte:02x}"), ""),
        secret.escape_ascii().to_string(),
    ];
    // Base64, with none, one or two bytes in front of it: the signs that depend on neighbours are left out.
    for front in 0..3 {
        let bytes = [&[0; 2][..front], secret].concat();
        let whole = bytes.len() / 3 * 4;
        let from = [0, 2, 3][front];
        for base64 in [BASE64_STANDARD_NO_PAD.encode(&bytes), BASE64_URL_SAFE_NO_PAD.encode(&bytes)] {
            all.extend(base64.get(from..whole).filter(|part| part.len() >= 6).map(str::to_owned));
        }
    }
    if let Ok(text) = std::str::from_utf8(secret) {
        let json = |escape: fn(u16) -> String| text.encode_utf16().map(escape).collect::<String>();
        all.extend([
            text.to_owned(),
            json(|unit| format!("\\u{unit:04x}")),
            json(|unit| format!("\\u{unit:04X}")),
            text.chars().map(|sign| sign.escape_unicode().to_string()).collect(),
            text.chars().map(|sign| format!("&#{};", u32::from(sign))).collect::<Vec<_>>().concat(),
            form_urlencoded::byte_serialize(secret).collect(),
            serde_json::to_string(text).unwrap().trim_matches('"').to_owned(),
        ]);
        let (gbk, _, _) = encoding_rs::GBK.encode(text);
        all.extend([
            gbk.iter().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat(),
            gbk.iter().map(u8::to_string).collect::<Vec<_>>().join(", "),
        ]);
    }
    all
}

/// A row of signs that is as long as only signatures, keys and ciphertexts are, also where some signs are escaped.
pub(crate) fn long_run(text: &str) -> Option<&str> {
    let is_of_it = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '/' | '=' | '%' | '\\');
    text.split(|sign| !is_of_it(sign)).find(|run| run.len() > LONGEST_RUN && !is_repetition(run))
}

/// `////////` and the like.
fn is_repetition(run: &str) -> bool {
    let first = run.chars().next();
    run.chars().all(|sign| Some(sign) == first)
}

#[test]
fn a_secret_is_found_in_every_spelling() {
    let search = Search::new([("a name".to_owned(), "隐藏hidden".into())]);
    for text in [
        "隐藏hidden",
        "%E9%9A%90%E8%97%8Fhidden",
        "%e9%9a%90%e8%97%8f%68%69%64%64%65%6e",
        "\\u9690\\u85cf\\u0068\\u0069\\u0064\\u0064\\u0065\\u006e",
        "\\xe9\\x9a\\x90\\xe8\\x97\\x8fhidden",
        "e99a90e8978f68696464656e",
        "[233, 154, 144, 232, 151, 143, 104, 105, 100, 100, 101, 110]",
    ] {
        assert_eq!(search.find(&format!("before {text} after")).len(), 1, "{text}");
    }
    for front in ["", "a", "ab", "abc", "{\"name\":\""] {
        let text = BASE64_STANDARD_NO_PAD.encode(format!("{front}隐藏hidden\"}}"));
        assert!(!search.find(&text).is_empty(), "{front} {text}");
    }
    assert_eq!(search.find("隐 hid-den, and much else"), []);
}

#[test]
fn a_long_run_is_found_and_a_path_is_none() {
    let signature = BASE64_STANDARD_NO_PAD.encode([0xb7; 200].map(|byte: u8| byte.wrapping_mul(31)));
    let mixed = BASE64_STANDARD_NO_PAD.encode((0..200_u8).map(|byte| byte.wrapping_mul(91)).collect::<Vec<_>>());
    for text in [&mixed, &mixed.replace('/', "%2F"), &mixed.replace('/', "\\/")] {
        assert!(long_run(&format!("sign={text}&a=b")).is_some(), "{text}");
    }
    assert!(long_run(&signature).is_some());
    for text in ["alipay_core::client::certificates::mode::CertificateInUse", &"/".repeat(200), "0123456789abcdef"] {
        assert_eq!(long_run(text), None);
    }
}
