//! Our text to sign, signature and encoding are those of Alipay's official Java client.

use std::collections::BTreeSet;

use alipay_core::Charset;
use alipay_core::key::{PrivateKey, PublicKey};
use alipay_core::parameters::Parameters;
use alipay_core::sign::{KeySigner, KeyVerifier};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

const APP_KEY: &str = include_str!("../data/test-keys/app_pkcs8.pem");
const APP_PUBLIC_KEY: &str = include_str!("../data/test-keys/app_pub.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../data/test-keys/alipay_pub.pem");

/// What Java sent: the encoded query and body, and the parameters in them.
struct Sent {
    case: String,
    charset: Charset,
    parameters: Vec<(String, String)>,
    query: String,
    body: Option<String>,
}

#[test]
fn text_signature_and_encoding_equal_java_s() {
    let vectors: Value = serde_json::from_str(include_str!("../data/vectors/official-java-outputs.json")).unwrap();
    let sent: Vec<Sent> = vectors.as_array().unwrap().iter().filter_map(sent).collect();
    let cases: Vec<&str> = sent.iter().map(|sent| sent.case.as_str()).collect();
    assert_eq!(
        cases,
        [
            "page_get",
            "page_post",
            "sdk",
            "page_get in GBK",
            "page_post in GBK",
            "sdk in GBK",
            "execute_query",
            "execute_encrypted",
            "execute_oauth",
            "execute_upload",
            "execute_cert"
        ]
    );

    let signer = KeySigner::new(&PrivateKey::parse(APP_KEY).unwrap()).unwrap();
    let verifier = KeyVerifier::new(PublicKey::parse(APP_PUBLIC_KEY).unwrap()).unwrap();
    for Sent { case, charset, parameters, query, body } in &sent {
        let mut ours = Parameters::in_charset(*charset);
        for (name, value) in parameters {
            ours.add(name, value);
        }
        let text = ours.bytes_to_sign().unwrap();
        let signature = signer.sign_now(&text).unwrap();
        let (_, java) = parameters.iter().find(|(name, _)| name == "sign").unwrap();
        assert_eq!(&BASE64_STANDARD.encode(&signature), java, "{case}");
        verifier.verify_now(&text, &signature).unwrap();

        // Java's order is that of a hash map: compare the encoded pairs as sets.
        if let Some(body) = body {
            assert_eq!(pairs(&ours.query()), pairs(query), "{case}");
            assert_eq!(pairs(&ours.body()), pairs(body), "{case}");
        } else {
            // Links and order strings are sorted, as ours are.
            assert_eq!(&ours.all(), query, "{case}");
        }
    }
}

#[test]
fn the_answers_that_java_accepted_verify() {
    let vectors: Value = serde_json::from_str(include_str!("../data/vectors/official-java-outputs.json")).unwrap();
    let verifier = KeyVerifier::new(PublicKey::parse(ALIPAY_PUBLIC_KEY).unwrap()).unwrap();
    let answers = vectors.as_array().unwrap().iter().filter_map(|case| case["resp"].as_str());
    for answer in answers {
        let node = answer.split_once("_response\":").unwrap().1;
        let node = &node[..node.find(",\"alipay_cert_sn\"").or_else(|| node.find(",\"sign\"")).unwrap()];
        let sign = answer.split_once("\"sign\":\"").unwrap().1.split_once('"').unwrap().0;
        let signature = BASE64_STANDARD.decode(sign).unwrap();
        let slashes_unescaped = node.replace("\\/", "/");
        let accepted =
            [node, &slashes_unescaped].iter().any(|node| verifier.verify_now(node.as_bytes(), &signature).is_ok());
        assert!(accepted, "{answer}");
    }
}

fn sent(case: &Value) -> Option<Sent> {
    let name = case["case"].as_str()?.to_owned();
    if case["wire"].is_object() {
        let request = &case["wire"]["req"];
        let (_, query) = request["uri"].as_str()?.split_once('?')?;
        let body = request["body_latin1"].as_str()?;
        let body = if name == "execute_upload" { text_parts(body) } else { body.to_owned() };
        return Some(Sent {
            case: name,
            charset: Charset::Utf8,
            parameters: decode(&format!("{query}&{body}"), Charset::Utf8),
            query: query.into(),
            body: Some(body),
        });
    }
    if case["sign_type"] != "RSA2" {
        return None;
    }
    let (charset, name) = match case["charset"].as_str()? {
        "GBK" => (Charset::Gbk, format!("{name} in GBK")),
        _ => (Charset::Utf8, name),
    };
    let out = case["out"].as_str()?;
    let (query, body) = if out.starts_with("<form") {
        let action = out.split_once("action=\"")?.1.split_once('"')?.0;
        (action.split_once('?')?.1, Some(inputs(out, charset)))
    } else {
        (out.split_once("gateway.do?").map_or(out, |(_, query)| query), None)
    };
    let all = match &body {
        Some(body) => format!("{query}&{body}"),
        None => query.to_owned(),
    };
    Some(Sent { case: name, charset, parameters: decode(&all, charset), query: query.to_owned(), body })
}

/// The hidden inputs of Java's form, as the form body that a browser would make of them.
fn inputs(html: &str, charset: Charset) -> String {
    let mut parameters = Parameters::in_charset(charset);
    let values: Vec<(&str, String)> = html
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .map(|input| {
            let (name, rest) = input.split_once("\" value=\"").unwrap();
            let value = rest.split_once('"').unwrap().0.replace("&quot;", "\"");
            // Java signs a `?` for what GBK lacks and writes the character into the form: no such payment
            // can succeed. We refuse it; here Java's signature is looked at alone.
            (name, if charset == Charset::Utf8 { value } else { value.replace('😀', "?") })
        })
        .collect();
    for (name, value) in &values {
        parameters.add(name, value);
    }
    parameters.body()
}

/// The parts of a multipart body that are no file, as a form body: only they are signed.
fn text_parts(multipart: &str) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    for part in multipart.split("Content-Disposition:form-data;name=\"").skip(1) {
        let (name, rest) = part.split_once('"').unwrap();
        if !rest.starts_with(";filename") {
            let (_, value) = rest.split_once("\r\n\r\n").unwrap();
            body.append_pair(name, value.split_once("\r\n").unwrap().0);
        }
    }
    body.finish()
}

fn decode(form: &str, charset: Charset) -> Vec<(String, String)> {
    let text = |part: &str| {
        let bytes: Vec<u8> = percent_encoding::percent_decode_str(&part.replace('+', " ")).collect();
        let encoding = if charset == Charset::Utf8 { encoding_rs::UTF_8 } else { encoding_rs::GBK };
        encoding.decode_without_bom_handling_and_without_replacement(&bytes).unwrap().into_owned()
    };
    form.split('&').map(|pair| pair.split_once('=').unwrap()).map(|(name, value)| (text(name), text(value))).collect()
}

fn pairs(form: &str) -> BTreeSet<&str> {
    form.split('&').filter(|pair| !pair.starts_with("sign=")).collect()
}
