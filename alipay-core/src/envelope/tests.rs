//! Answers of every shape, good, odd and hostile, and the verdict that each must get.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::error::{EnvelopeError, Malformed, SignatureError};
use super::{Expected, Opened, open};
use crate::encryption::Encryption;
use crate::key::{PrivateKey, PublicKey};
use crate::sign::{KeySigner, KeyVerifier};

const ALIPAY: &str = include_str!("../../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC: &str = include_str!("../../../tests/data/test-keys/alipay_pub.pem");
const SHAPES: &str = include_str!("../../../tests/data/vectors/response-shapes.json");

const KEY: &str = "alipay_trade_query_response";
const GOOD: &str = r#"{"code":"10000","msg":"Success","trade_status":"WAIT_BUYER_PAY"}"#;
const FORGED: &str = r#"{"code":"10000","msg":"Success","trade_status":"TRADE_SUCCESS"}"#;
/// Of a method that knows no such answer.
const ACCEPTED: &str = r#"{"code":"10003","msg":"order success pay inprocess"}"#;
const NO_CODE: &str = r#"{"sub_code":"isv.code-invalid"}"#;
const ERROR: &str = r#"{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-app-id","sub_msg":"x"}"#;

/// What became of an answer, in one word that a table can hold.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// Success, and the text that may be read.
    Accepted(String),
    /// A signed refusal, by its code.
    Refused(String),
    /// A refusal that nobody signed, by its code.
    Unverified(String),
    Malformed(Malformed),
    /// No, or no acceptable, signature.
    Signature(&'static str),
}

/// For a call that encrypts nothing.
fn plain(response_key: &str, in_progress: bool) -> Expected<'_> {
    Expected { response_key, in_progress, content_key: None, encryption: Encryption::Off }
}

async fn judge_bytes(body: &[u8], content_type: Option<&str>, response_key: &str, in_progress: bool) -> Verdict {
    judge_with(ALIPAY_PUBLIC, body, content_type, plain(response_key, in_progress)).await
}

async fn judge_with(public_key: &str, body: &[u8], content_type: Option<&str>, expected: Expected<'_>) -> Verdict {
    let verifier = KeyVerifier::new(PublicKey::parse(public_key).unwrap()).unwrap();
    let code = |code: Option<String>| code.unwrap_or_default();
    match open(body, content_type, expected, &verifier).await {
        Ok(Opened::Success { node, .. }) => Verdict::Accepted(node.into_string()),
        Ok(Opened::Failure { head, .. }) => Verdict::Refused(code(head.code)),
        Ok(Opened::UnverifiedFailure { head, .. }) => Verdict::Unverified(code(head.code)),
        Err(EnvelopeError::Malformed(malformed)) => Verdict::Malformed(malformed),
        Err(EnvelopeError::Signature(error)) => Verdict::Signature(error.describe()),
    }
}

async fn judge(body: &str) -> Verdict {
    judge_bytes(body.as_bytes(), None, KEY, false).await
}

fn sign_bytes(text: &[u8]) -> String {
    let signer = KeySigner::new(&PrivateKey::parse(ALIPAY).unwrap()).unwrap();
    BASE64_STANDARD.encode(signer.sign_now(text).unwrap())
}

fn sign(text: &str) -> String {
    sign_bytes(text.as_bytes())
}

fn accepted(text: &str) -> Verdict {
    Verdict::Accepted(text.to_owned())
}

const UNSIGNED: Verdict = Verdict::Signature(SignatureError::Missing.describe());
const NOT_TEXT: Verdict = Verdict::Signature(SignatureError::NotText.describe());
const NOT_BASE64: Verdict = Verdict::Signature(SignatureError::NotBase64.describe());
const REJECTED: Verdict = Verdict::Signature("it was not accepted");

#[tokio::test]
async fn each_published_shape_gets_its_verdict() {
    let shapes: serde_json::Value = serde_json::from_str(SHAPES).unwrap();
    let (good, forged) = (shapes["good"].as_str().unwrap(), shapes["forged"].as_str().unwrap());
    let mut seen = 0;
    for case in shapes["cases"].as_array().unwrap() {
        let (id, template) = (case["id"].as_str().unwrap(), case["body"].as_str().unwrap());
        let own_node = template.split_once("_response\":").or(template.split_once("\"K\":")).unwrap().1;
        let own_node = own_node.split_once(",\"sign\"").map_or(own_node, |(node, _)| node);
        let over = if template.contains("S over that object") { own_node } else { good };
        let body = template
            .replace("\"K\"", &format!("\"{KEY}\""))
            .replace("FORGED", forged)
            .replace("GOOD", good)
            .replace("\"S over that object\"", &format!("\"{}\"", sign(over)))
            .replace("\"S\"", &format!("\"{}\"", sign(good)));
        let (key, in_progress) = if id == "code-10003" { ("alipay_trade_pay_response", true) } else { (KEY, false) };
        let verdict = judge_bytes(body.as_bytes(), None, key, in_progress).await;
        let expected = case["expect"].as_str().unwrap();
        let fits = match expected {
            "reject" => matches!(verdict, Verdict::Malformed(_) | Verdict::Signature(_)),
            "typed unverified gateway error" => verdict == Verdict::Unverified("40002".into()),
            "accept" | "outcome InProgress" => verdict == accepted(own_node),
            other => panic!("unknown verdict {other}"),
        };
        assert!(fits, "{id}: expected {expected}, found {verdict:?}");
        seen += 1;
    }
    assert_eq!(seen, 7);
}

#[tokio::test]
async fn only_the_one_signed_node_is_accepted() {
    let s = sign(GOOD);
    let table = [
        // What a gateway may send.
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}"}}"#), accepted(GOOD)),
        (format!(r#"{{"sign":"{s}","{KEY}":{GOOD}}}"#), accepted(GOOD)),
        (format!(" \r\n{{ \"{KEY}\" :\t{GOOD}\n, \"sign\" : \"{s}\" }}\n"), accepted(GOOD)),
        (format!(r#"{{"{KEY}":{GOOD},"alipay_cert_sn":"1","sign":"{s}"}}"#), accepted(GOOD)),
        (format!(r#"{{"{KEY}":{GOOD},"alipay_cert_sn":null,"sign":"{s}"}}"#), accepted(GOOD)),
        (format!(r#"{{"{KEY}":{GOOD},"new":[1,{{"a":2}}],"sign":"{s}"}}"#), accepted(GOOD)),
        (format!(r#"{{"alipay_trade\u005fquery_response":{GOOD},"sign":"{s}"}}"#), accepted(GOOD)),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{}"}}"#, s.replace('/', "\\/")), accepted(GOOD)),
        // A forged node beside the signed one, wherever it stands and however it is spelt.
        (format!(r#"{{"{KEY}":{FORGED},"{KEY}":{GOOD},"sign":"{s}"}}"#), Verdict::Malformed(Malformed::Duplicate)),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}","{KEY}":{FORGED}}}"#), Verdict::Malformed(Malformed::Duplicate)),
        (
            format!(r#"{{"\u0061lipay_trade_query_response":{FORGED},"{KEY}":{GOOD},"sign":"{s}"}}"#),
            Verdict::Malformed(Malformed::Duplicate),
        ),
        (
            format!(r#"{{"error_response":{FORGED},"{KEY}":{GOOD},"sign":"{s}"}}"#),
            Verdict::Malformed(Malformed::SecondResponse),
        ),
        (
            format!(r#"{{"{KEY}":{GOOD},"sign":"{s}","alipay_trade_pay_response":{FORGED}}}"#),
            Verdict::Malformed(Malformed::SecondResponse),
        ),
        (format!(r#"{{"{KEY}":{FORGED},"x":{{"{KEY}":{GOOD}}},"sign":"{s}"}}"#), REJECTED),
        (format!(r#"{{"{KEY}":{{"{KEY}":{GOOD}}},"sign":"{s}"}}"#), REJECTED),
        (format!(r#"{{"x":{{"{KEY}":{GOOD},"sign":"{s}"}}}}"#), Verdict::Malformed(Malformed::NoResponse)),
        (format!(r#"{{"{KEY}":{{"a":{GOOD},"sign":"{s}"}}}}"#), UNSIGNED),
        // Signatures that are none.
        (format!(r#"{{"{KEY}":{FORGED},"sign":"{s}"}}"#), REJECTED),
        (format!(r#"{{"{KEY}":{GOOD}}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{GOOD},"sign":""}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{GOOD},"sign":null}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{GOOD},"sign":1}}"#), NOT_TEXT),
        (format!(r#"{{"{KEY}":{GOOD},"sign":["{s}"]}}"#), NOT_TEXT),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"*"}}"#), NOT_BASE64),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{}"}}"#, &s[..340]), REJECTED),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"AAAA"}}"#), REJECTED),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"AAAA","sign":"{s}"}}"#), Verdict::Malformed(Malformed::Duplicate)),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}","\u0073ign":"{s}"}}"#), Verdict::Malformed(Malformed::Duplicate)),
        (
            format!(r#"{{"{KEY}":{GOOD},"alipay_cert_sn":"1","alipay_cert_sn":"2","sign":"{s}"}}"#),
            Verdict::Malformed(Malformed::Duplicate),
        ),
        (
            format!(r#"{{"{KEY}":{GOOD},"alipay_cert_sn":1,"sign":"{s}"}}"#),
            Verdict::Malformed(Malformed::CertificateNumber),
        ),
        // Other things in place of the node, properly signed.
        (format!(r#"{{"{KEY}":null,"sign":"{}"}}"#, sign("null")), Verdict::Malformed(Malformed::Head)),
        (format!(r#"{{"{KEY}":1,"sign":"{}"}}"#, sign("1")), Verdict::Malformed(Malformed::Head)),
        (format!(r#"{{"{KEY}":[],"sign":"{}"}}"#, sign("[]")), Verdict::Malformed(Malformed::Head)),
        (format!(r#"{{"{KEY}":"AbC=","sign":"{}"}}"#, sign("\"AbC=\"")), Verdict::Malformed(Malformed::Encrypted)),
        (format!(r#"{{"{KEY}":"AbC=","sign":"{}"}}"#, sign("AbC=")), REJECTED),
        (format!(r#"{{"alipay_trade_pay_response":{GOOD},"sign":"{s}"}}"#), Verdict::Malformed(Malformed::OtherMethod)),
        (format!(r#"{{"sign":"{s}"}}"#), Verdict::Malformed(Malformed::NoResponse)),
        (format!(r#"{{"error_response":{GOOD},"sign":"{s}"}}"#), Verdict::Malformed(Malformed::SuccessInErrorResponse)),
        (
            format!(r#"{{"error_response":{ACCEPTED},"sign":"{}"}}"#, sign(ACCEPTED)),
            Verdict::Malformed(Malformed::SuccessInErrorResponse),
        ),
        (
            format!(r#"{{"error_response":{NO_CODE},"sign":"{}"}}"#, sign(NO_CODE)),
            Verdict::Malformed(Malformed::SuccessInErrorResponse),
        ),
        (format!(r#"{{"error_response":{GOOD}}}"#), UNSIGNED),
        // Errors, signed and not.
        (format!(r#"{{"{KEY}":{ERROR},"sign":"{}"}}"#, sign(ERROR)), Verdict::Refused("40002".into())),
        (format!(r#"{{"error_response":{ERROR},"sign":"{}"}}"#, sign(ERROR)), Verdict::Refused("40002".into())),
        (format!(r#"{{"{KEY}":{ERROR}}}"#), Verdict::Unverified("40002".into())),
        (format!(r#"{{"error_response":{ERROR}}}"#), Verdict::Unverified("40002".into())),
        (format!(r#"{{"error_response":{ERROR},"sign":""}}"#), Verdict::Unverified("40002".into())),
        (format!(r#"{{"{KEY}":{ERROR},"sign":"{s}"}}"#), REJECTED),
        (format!(r#"{{"{KEY}":{{"code":40004}}}}"#), Verdict::Unverified("40004".into())),
        (format!(r#"{{"{KEY}":{{"code":10000}}}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{{"code":"10003"}}}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{{}}}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{{"sub_code":"x"}}}}"#), UNSIGNED),
        (format!(r#"{{"{KEY}":{{"code":"40002","code":"10000"}}}}"#), UNSIGNED),
        // Not an answer.
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}"}}x"#), not_json()),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}"}}{{}}"#), not_json()),
        (format!("\u{feff}{{\"{KEY}\":{GOOD},\"sign\":\"{s}\"}}"), not_json()),
        (format!(r#"[{{"{KEY}":{GOOD},"sign":"{s}"}}]"#), not_json()),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}""#), not_json()),
        (format!(r#"{{"{KEY}":{GOOD},"sign":"{s}",}}"#), not_json()),
        (format!(r#"{{'{KEY}':{GOOD},"sign":"{s}"}}"#), not_json()),
        ("<html><body>502 Bad Gateway</body></html>".into(), not_json()),
        (String::new(), not_json()),
        ("null".into(), not_json()),
        ("{}".into(), Verdict::Malformed(Malformed::NoResponse)),
    ];
    for (body, expected) in table {
        let mut verdict = judge(&body).await;
        if let Verdict::Malformed(Malformed::NotJson { .. }) = verdict {
            verdict = not_json();
        }
        assert_eq!(verdict, expected, "{body}");
    }
}

fn not_json() -> Verdict {
    Verdict::Malformed(Malformed::NotJson { line: 0, column: 0 })
}

#[tokio::test]
async fn signed_odd_nodes_are_read_as_they_are() {
    let table = [
        (r#"{"code":"10000","subject":"a } b { \"sign\":\"x\" ,"}"#, true),
        (r#"{"code":10000,"n":1.10}"#, true),
        (r#"{ "code" : "10000" }"#, true),
        (r#"{"code":"10000","msg":{"a":1},"sub_msg":["b"]}"#, true),
        (r#"{"code":"40004","msg":null,"sub_msg":false}"#, false),
        // OAuth's success has no code.
        (r#"{"access_token":"x","user_id":"1"}"#, true),
        (r#"{"code":"","access_token":"x"}"#, true),
        (r#"{"sub_code":"isv.code-invalid","sub_msg":"x"}"#, false),
        (r#"{"code":"10003"}"#, false),
        (r#"{"code":"20000"}"#, false),
        (r#"{"code":"1000"}"#, false),
    ];
    for (node, is_accepted) in table {
        let verdict = judge(&format!(r#"{{"{KEY}":{node},"sign":"{}"}}"#, sign(node))).await;
        assert_eq!(verdict == accepted(node), is_accepted, "{node}: {verdict:?}");
        assert!(matches!(verdict, Verdict::Accepted(_) | Verdict::Refused(_)), "{node}: {verdict:?}");
    }
    for node in
        [r#"{"code":"40004","code":"10000"}"#, r#"{"code":"10000","\u0063ode":"10000"}"#, r#"{"code":["10000"]}"#]
    {
        let verdict = judge(&format!(r#"{{"{KEY}":{node},"sign":"{}"}}"#, sign(node))).await;
        assert_eq!(verdict, Verdict::Malformed(Malformed::Head), "{node}");
    }
}

#[tokio::test]
async fn what_was_signed_before_slashes_were_escaped_is_what_is_read() {
    let sent = r#"{"code":"10000","url":"https:\/\/a\/b"}"#;
    let signed = sent.replace("\\/", "/");
    let body = |node: &str, signed: &str| format!(r#"{{"{KEY}":{node},"sign":"{}"}}"#, sign(signed));
    assert_eq!(judge(&body(sent, &signed)).await, accepted(&signed));
    assert_eq!(judge(&body(sent, sent)).await, accepted(sent));
    // Only `\/` may differ, and it is not read where it would mean something else: the text that
    // was signed is.
    assert_eq!(
        judge(&body(r#"{"code":"10000","a":"\\/"}"#, r#"{"code":"10000","a":"\/"}"#)).await,
        accepted(r#"{"code":"10000","a":"\/"}"#)
    );
    assert_eq!(judge(&body(r#"{"code":"10000","a":"\u002f"}"#, r#"{"code":"10000","a":"/"}"#)).await, REJECTED);
}

#[tokio::test]
async fn every_changed_byte_of_a_signed_answer_is_noticed() {
    let body = format!(r#"{{"{KEY}":{GOOD},"sign":"{}"}}"#, sign(GOOD));
    let node = body.find(GOOD).unwrap();
    for position in node..node + GOOD.len() {
        let mut forged = body.clone().into_bytes();
        forged[position] ^= 1;
        let verdict = judge_bytes(&forged, None, KEY, false).await;
        assert!(!matches!(verdict, Verdict::Accepted(_) | Verdict::Refused(_)), "byte {position}: {verdict:?}");
    }
    for length in 0..body.len() {
        let verdict = judge(&body[..length]).await;
        assert!(matches!(verdict, Verdict::Malformed(Malformed::NotJson { .. })), "length {length}: {verdict:?}");
    }
}

#[tokio::test]
async fn gbk_is_verified_over_the_bytes_that_came() {
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let node = r#"{"code":"10000","subject":"中文€"}"#;
    let body = |node: &str, sign: &str| gbk(&format!(r#"{{"{KEY}":{node},"sign":"{sign}"}}"#));
    let judge_gbk = async |body: &[u8], charset: &str| {
        judge_bytes(body, Some(&format!("text/plain;charset={charset}")), KEY, false).await
    };
    let signed = body(node, &sign_bytes(&gbk(node)));
    assert_eq!(judge_gbk(&signed, "GBK").await, accepted(node));
    assert_eq!(judge_gbk(&signed, "gb2312").await, accepted(node));
    assert_eq!(judge_gbk(&signed, "utf-8").await, Verdict::Malformed(Malformed::NotInCharset));
    assert_eq!(judge_gbk(&signed, "utf-16").await, Verdict::Malformed(Malformed::UnknownCharset));
    // A signature over the same text in UTF-8 is another signature.
    assert_eq!(judge_gbk(&body(node, &sign(node)), "GBK").await, REJECTED);
    let unsigned = gbk(&format!(r#"{{"error_response":{}}}"#, ERROR.replace("Arguments", "参数")));
    assert_eq!(judge_gbk(&unsigned, "GBK").await, Verdict::Unverified("40002".into()));
}

#[tokio::test]
async fn another_charset_makes_nothing_else_of_signed_bytes() {
    let node = r#"{"code":"10000","memo":"中\n","next":"中\\"}"#;
    let body = format!(r#"{{"{KEY}":{node},"sign":"{}"}}"#, sign(node));
    assert_eq!(judge(&body).await, accepted(node));
    for charset in ["GBK", "gb2312", "gb18030"] {
        let verdict = judge_bytes(body.as_bytes(), Some(&format!("text/html;charset={charset}")), KEY, false).await;
        assert_eq!(verdict, Verdict::Malformed(Malformed::NotInCharset), "{charset}");
    }
}

#[tokio::test]
async fn depth_and_size_do_no_harm() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let deep = open.repeat(1_000_000);
        assert!(matches!(judge(&deep).await, Verdict::Malformed(Malformed::NotJson { .. })));
        let inside = format!(r#"{{"{KEY}":{{"code":"10000","a":{deep}}}}}"#);
        assert!(matches!(judge(&inside).await, Verdict::Malformed(Malformed::NotJson { .. })));
    }
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(judge(&format!(r#"{{"x":{deep},"{KEY}":{GOOD},"sign":"{}"}}"#, sign(GOOD))).await, accepted(GOOD));
    assert_eq!(judge(&format!(r#"{{"{KEY}":{{"code":"10000","a":{deep}}}}}"#)).await, UNSIGNED);
    let many: Vec<_> = (0..200_000).map(|name| format!(r#""{name}":0,"#)).collect();
    let many = many.concat();
    assert_eq!(judge(&format!(r#"{{{many}"{KEY}":{GOOD},"sign":"{}"}}"#, sign(GOOD))).await, accepted(GOOD));
}

/// They are other people's data and not part of this project: a file of them, if the environment
/// names one.
#[tokio::test]
async fn signatures_that_alipay_really_made_are_accepted() {
    let Ok(path) = std::env::var("ALIPAY_SIGNED_VECTORS") else {
        println!("skipped: ALIPAY_SIGNED_VECTORS does not name a file");
        return;
    };
    let vectors: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut seen = 0;
    for case in vectors["signatures"].as_array().unwrap() {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        if !text("rule").starts_with("sync_") || text("hash") != "SHA256" {
            continue;
        }
        let composed = format!(r#"{{"{KEY}":{},"sign":"{}"}}"#, text("content"), text("sign"));
        for body in [text("raw"), &composed].into_iter().filter(|body| !body.is_empty()) {
            let response_key = body.split('"').find(|name| name.ends_with("_response")).unwrap();
            let expected = plain(response_key, false);
            let verdict = judge_with(text("public_key_pem"), body.as_bytes(), None, expected).await;
            assert_eq!(matches!(verdict, Verdict::Accepted(_)), case["expect"] == true, "{}: {verdict:?}", text("id"));
            seen += 1;
        }
    }
    assert!(seen > 0);
}

/// Whoever answers chooses nothing: what an answer says of its own `sign_type` is passed over.
#[tokio::test]
async fn the_configured_algorithm_verifies_whatever_sign_type_an_answer_names() {
    for sign_type in ["RSA", "RSA2", "SM2", "none", ""] {
        let good = format!(r#"{{"{KEY}":{GOOD},"sign_type":"{sign_type}","sign":"{}"}}"#, sign(GOOD));
        assert_eq!(judge(&good).await, accepted(GOOD), "{sign_type}");
        let forged = format!(r#"{{"{KEY}":{FORGED},"sign_type":"{sign_type}","sign":"{}"}}"#, sign(GOOD));
        assert_eq!(judge(&forged).await, REJECTED, "{sign_type}");
        let unsigned = format!(r#"{{"{KEY}":{FORGED},"sign_type":"{sign_type}"}}"#);
        assert_eq!(judge(&unsigned).await, UNSIGNED, "{sign_type}");
    }
}

/// Made with the right key, and with a hash for which nobody asked.
#[cfg(feature = "rsa-sha1")]
#[tokio::test]
async fn a_signature_over_sha_1_is_none_where_rsa2_is_configured() {
    let key = PrivateKey::parse_for(crate::sign::SignType::Rsa, ALIPAY).unwrap();
    let sign = BASE64_STANDARD.encode(KeySigner::new(&key).unwrap().sign_now(GOOD.as_bytes()).unwrap());
    let body = format!(r#"{{"{KEY}":{GOOD},"sign_type":"RSA","sign":"{sign}"}}"#);
    assert_eq!(judge(&body).await, REJECTED);
}
