//! Our text to sign, signature and encoding are those of Alipay's official Java client.

use std::collections::BTreeSet;

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
            "execute_query",
            "execute_encrypted",
            "execute_oauth",
            "execute_upload",
            "execute_cert"
        ]
    );

    let signer = KeySigner::new(&PrivateKey::parse(APP_KEY).unwrap()).unwrap();
    let verifier = KeyVerifier::new(PublicKey::parse(APP_PUBLIC_KEY).unwrap()).unwrap();
    for Sent { case, parameters, query, body } in &sent {
        let mut ours = Parameters::new();
        for (name, value) in parameters {
            ours.add(name, value);
        }
        let text = ours.text_to_sign();
        let signature = signer.sign_now(text.as_bytes()).unwrap();
        let (_, java) = parameters.iter().find(|(name, _)| name == "sign").unwrap();
        assert_eq!(&BASE64_STANDARD.encode(&signature), java, "{case}");
        verifier.verify_now(text.as_bytes(), &signature).unwrap();

        // Java's order is that of a hash map: compare the encoded pairs as sets.
        if let Some(body) = body {
            assert_eq!(pairs(&ours.query()), pairs(query), "{case}");
            assert_eq!(pairs(&ours.body()), pairs(body), "{case}");
        } else {
            let both = format!("{}&{}", ours.query(), ours.body());
            assert_eq!(pairs(&both), pairs(query), "{case}");
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
            parameters: decode(&format!("{query}&{body}")),
            query: query.into(),
            body: Some(body),
        });
    }
    if case["charset"] != "utf-8" || case["sign_type"] != "RSA2" {
        return None;
    }
    let out = case["out"].as_str()?;
    let sent = match name.as_str() {
        "page_get" => Sent { query: out.split_once('?')?.1.to_owned(), parameters: Vec::new(), body: None, case: name },
        "sdk" => Sent { query: out.to_owned(), parameters: Vec::new(), body: None, case: name },
        _ => {
            let action = out.split_once("action=\"")?.1.split_once('"')?.0;
            let body = inputs(out);
            Sent { query: action.split_once('?')?.1.to_owned(), parameters: Vec::new(), body: Some(body), case: name }
        }
    };
    let all = format!("{}&{}", sent.query, sent.body.as_deref().unwrap_or_default());
    Some(Sent { parameters: decode(&all), ..sent })
}

/// The hidden inputs of Java's form, as a form body.
fn inputs(html: &str) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    for input in html.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = input.split_once("\" value=\"").unwrap();
        body.append_pair(name, &rest.split_once('"').unwrap().0.replace("&quot;", "\""));
    }
    body.finish()
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

fn decode(form: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(form.as_bytes()).into_owned().collect()
}

fn pairs(form: &str) -> BTreeSet<&str> {
    form.split('&').filter(|pair| !pair.starts_with("sign=")).collect()
}
