//! What Alipay did not post so: each with the reason for which it is refused.

use super::*;
use crate::notify::Refusal;

const APPLICATION_KEY: &str = include_str!("../../../../tests/data/test-keys/app_pkcs8.pem");

#[tokio::test]
async fn what_alipay_did_not_post_is_refused() {
    let good = signed(TRADE, by_v1, UTF_8);
    let foreign = signed(&with(TRADE, &[("app_id", "2021000000000009")]), by_v1, UTF_8);
    let split = signed(&with(TRADE, &[("subject", "x&total_amount=0.01")]), by_v1, UTF_8);
    let many_fields = (0..600).map(|number| format!("&x{number}=")).fold(good.clone(), |body, more| body + &more);
    let in_gbk = signed(&with(TRADE, &[("charset", "GBK")]), by_v1, GBK);
    assert!(receive(&good, None).await.is_ok());
    assert!(receive(format!("&{good}&&"), None).await.is_ok());
    assert!(receive(good.replace("%E6%96%87", "%e6%96%87").replace("%3D", "%3d"), None).await.is_ok());
    // A value may look like fields that are not there.
    let looks_so = signed(&with(TRADE, &[("passback_params", "a=1&no_such=2&sign=3")]), by_v1, UTF_8);
    assert!(receive(&looks_so, None).await.is_ok());
    for (what, body, refusal) in [
        ("another amount", good.replace("88.80", "0.01"), Refusal::WrongSignature),
        ("no amount", good.replace("88.80", ""), Refusal::WrongSignature),
        ("a space behind", good.replace("TRADE_SUCCESS", "TRADE_SUCCESS+"), Refusal::WrongSignature),
        ("a field more", format!("{good}&x=1"), Refusal::WrongSignature),
        ("HTML decoded", good.replace("%26amp%3B", "%26"), Refusal::WrongSignature),
        ("a `+` decoded twice", good.replace("1%2B1", "1+1"), Refusal::WrongSignature),
        ("a `%` decoded twice", good.replace("%2541", "%41"), Refusal::WrongSignature),
        ("a `+` that was a space", good.replace("%E6%96%87+1", "%E6%96%87%2B1"), Refusal::WrongSignature),
        ("an `&` decoded twice", good.replace("%26", "&"), Refusal::Name),
        ("all of it decoded twice", decoded(&good), Refusal::PercentEncoding),
        ("another merchant's key", signed_by(APPLICATION_KEY, TRADE, by_v1, UTF_8), Refusal::WrongSignature),
        ("no signature", good.replacen("sign=", "sing=", 1), Refusal::Unsigned),
        ("an empty signature", form(&with(TRADE, &[("sign", "")]), UTF_8), Refusal::Unsigned),
        ("a signature that is text", form(&with(TRADE, &[("sign", "中")]), UTF_8), Refusal::NotBase64),
        ("a signature of 3 bytes", form(&with(TRADE, &[("sign", "AAAA")]), UTF_8), Refusal::WrongSignature),
        ("SHA-1", good.replace("sign_type=RSA2", "sign_type=RSA"), Refusal::SignType),
        ("another spelling", good.replace("sign_type=RSA2", "sign_type=rsa2"), Refusal::SignType),
        ("no sign type", good.replace("&sign_type=RSA2", ""), Refusal::SignType),
        ("a field twice", format!("{good}&total_amount=88.80"), Refusal::RepeatedName),
        ("a field twice, encoded", format!("{good}&%74otal_amount=88.80"), Refusal::RepeatedName),
        ("a signature twice", format!("{good}&sign=AAAA"), Refusal::RepeatedName),
        ("`%` at the end", format!("{good}&x=%"), Refusal::PercentEncoding),
        ("`%` and one digit", format!("{good}&x=%4"), Refusal::PercentEncoding),
        ("`%` and letters", format!("{good}&%zz"), Refusal::PercentEncoding),
        ("`%` and `%`", format!("{good}&x=%%41"), Refusal::PercentEncoding),
        ("an empty name", format!("{good}&=1"), Refusal::Name),
        ("a `=` in a name", format!("{good}&a%3Db=1"), Refusal::Name),
        ("JSON for a name", format!("{good}&{{a}}=1"), Refusal::Name),
        ("bytes that are no text", format!("{good}&x=%FF"), Refusal::NotInCharset),
        ("another charset than it says", in_gbk.replace("charset=GBK", "charset=utf-8"), Refusal::NotInCharset),
        ("an unknown charset", format!("{good}&charset=utf-16"), Refusal::UnknownCharset),
        ("a charset that is no text", format!("{good}&charset=%D6"), Refusal::UnknownCharset),
        ("10 MB", format!("{good}&x={}", "x".repeat(10 << 20)), Refusal::TooLarge),
        ("600 fields", many_fields, Refusal::TooLarge),
        ("cut off", good[..good.len() - 3].to_owned(), Refusal::WrongSignature),
        ("cut off within the signature", good[..100].to_owned(), Refusal::NotBase64),
        ("for another application", foreign, Refusal::OtherApplication),
        ("a field within a value", split, Refusal::TwoReadings),
        ("nothing", String::new(), Refusal::Unsigned),
        ("JSON", "{}".to_owned(), Refusal::Name),
    ] {
        let error = receive(&body, None).await.unwrap_err();
        assert_eq!(error.refusal(), Some(refusal), "{what}");
        let kind = if refusal.is_of_signature() { ErrorKind::Signature } else { ErrorKind::Decode };
        assert_eq!(error.kind(), kind, "{what}: {error}");
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        let expected = "the signature is not Alipay's over this text".to_owned();
        assert_eq!(cause, (refusal == Refusal::WrongSignature).then_some(expected), "{what}");
        assert!(!error.to_string().contains("88.80") && !format!("{error:?}").contains(APP_ID), "{what}: {error}");
    }
}

/// A round trip.
#[tokio::test]
async fn a_body_may_be_as_long_as_the_limit_and_no_longer() {
    let verifier = KeyVerifier::new(PublicKey::parse(ALIPAY_PUBLIC_KEY).unwrap()).unwrap();
    let body = signed(TRADE, by_v1, UTF_8);
    for (max_bytes, refusal) in [(body.len(), None), (body.len() - 1, Some(Refusal::TooLarge))] {
        let (sign_type, charset) = (SignType::Rsa2, Charset::Utf8);
        let recipient = Recipient { app_id: APP_ID, sign_type, charset, max_bytes, verifier: &verifier };
        let received = recipient.receive(body.as_bytes(), None).await;
        assert_eq!(received.err().and_then(|error| error.refusal()), refusal);
    }
}

/// What a framework does to a body that it decodes although it was decoded already.
fn decoded(body: &str) -> String {
    percent_encoding::percent_decode_str(body).decode_utf8().unwrap().into_owned()
}
