//! Signatures of Alipay's official Java client, to the byte.

use std::collections::BTreeMap;

use serde_json::Value;

use super::*;

const VECTORS: &str = include_str!("../../../../tests/data/vectors/official-java-outputs.json");

fn vectors() -> Vec<Value> {
    serde_json::from_str(VECTORS).unwrap()
}

#[test]
fn every_signature_of_every_charset_is_java_s() {
    let mut seen = Vec::new();
    for case in vectors().iter().filter(|case| case["sign_type"].is_string()) {
        let text = |name: &str| case[name].as_str().unwrap();
        let Some(pair) = PAIRS.iter().find(|pair| pair.sign_type.as_str() == text("sign_type")) else { continue };
        let mut parameters = parameters(text("out"), text("charset"));
        let java = BASE64_STANDARD.decode(parameters.remove("sign").unwrap()).unwrap();
        let signed = text_to_sign(&parameters);
        let name = [text("case"), text("charset"), text("sign_type")].join(" ");
        assert!(pair.signer().sign_now(&signed).unwrap() == java, "{name}");
        pair.verifier().verify_now(&signed, &java).unwrap();
        seen.push(name);
    }
    let expected = ["page_get utf-8 RSA2", "page_post utf-8 RSA2", "sdk utf-8 RSA2"].into_iter();
    let sha_1 = cfg!(feature = "rsa-sha1").then_some("page_get utf-8 RSA");
    let gbk = ["page_get GBK RSA2", "page_post GBK RSA2", "sdk GBK RSA2"];
    assert_eq!(seen, expected.chain(sha_1).chain(gbk).collect::<Vec<_>>());
}

/// SM2 signatures are different each time, so that Java's can only be verified.
#[cfg(feature = "sm2")]
#[test]
fn java_s_sm2_signature_verifies() {
    let pair = PAIRS.iter().find(|pair| pair.sign_type == SignType::Sm2).unwrap();
    let vectors = vectors();
    let case = vectors.iter().find(|case| case["case"] == "sm2").unwrap();
    let text = |name: &str| case[name].as_str().unwrap();
    let signature = BASE64_STANDARD.decode(text("sign")).unwrap();
    pair.verifier().verify_now(text("content").as_bytes(), &signature).unwrap();
    pair.verifier_with(pair.other_public).verify_now(text("content").as_bytes(), &signature).unwrap_err();
}

/// Names and values, each value as the bytes of the charset.
fn parameters(out: &str, charset: &str) -> BTreeMap<String, Vec<u8>> {
    let Some((_, form)) = out.split_once("action=\"") else {
        return decode(out.split_once('?').map_or(out, |(_, query)| query));
    };
    let (action, inputs) = form.split_once('"').unwrap();
    let mut all = decode(action.split_once('?').unwrap().1);
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes()).unwrap();
    for input in inputs.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = input.split_once("\" value=\"").unwrap();
        let value = rest.split_once('"').unwrap().0.replace("&quot;", "\"");
        // Java writes `?` for what the charset lacks, where the HTML still has it.
        let value = if charset == "GBK" { value.replace('😀', "?") } else { value };
        all.insert(name.to_owned(), encoding.encode(&value).0.into_owned());
    }
    all
}

/// Undoes the percent-encoding and no charset.
fn decode(query: &str) -> BTreeMap<String, Vec<u8>> {
    let mut parameters = BTreeMap::new();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap();
        let mut bytes = Vec::new();
        let mut rest = value.bytes();
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'+' => b' ',
                b'%' => {
                    let digits = [rest.next().unwrap(), rest.next().unwrap()];
                    u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
                }
                other => other,
            });
        }
        parameters.insert(name.to_owned(), bytes);
    }
    parameters
}

fn text_to_sign(parameters: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let pairs: Vec<_> = parameters.iter().map(|(name, value)| [name.as_bytes(), value].join(&b'=')).collect();
    pairs.join(&b'&')
}
