//! What becomes of an answer, from the caller's side.

use super::*;
use crate::error::{Error, ErrorKind, Sent};
use crate::error_code::AnyCode;
use crate::transport::Phase;

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10.00","new":1}"#;
const REFUSAL: &str =
    r#"{"code":"40004","msg":"Business Failed","sub_code":"POINT_NOT_ENOUGH","sub_msg":"user 2088 has 3"}"#;

async fn call(body: impl Into<Bytes>) -> Result<crate::Answer<PointsUpdated>, Error> {
    client(&Scripted::answering(body)).call(&PointsUpdate::sample()).await
}

#[tokio::test]
async fn a_verified_answer_is_typed_and_keeps_its_text() {
    let answer = call(signed(KEY, NODE)).await.unwrap();
    assert_eq!(answer.result_status, "SUCCESS");
    assert_eq!(answer.point_amount.to_string(), "10.00");
    assert_eq!(answer.body(), NODE);
    assert_eq!(answer.code(), Some("10000"));
    assert_eq!(answer.trace_id(), Some(TRACE_ID));
    assert!(!answer.is_in_progress());
    let shown = format!("{answer:?}");
    assert!(shown.starts_with("Answer { response: PointsUpdated { result_status: <7 characters>,"), "{shown}");
    assert!(shown.ends_with(&format!("code: Some(\"10000\"), trace_id: Some(\"{TRACE_ID}\"), .. }}")), "{shown}");
    assert_eq!(answer.into_inner().count, None);
}

#[tokio::test]
async fn a_signed_refusal_is_a_business_error_with_its_typed_code() {
    let error = call(signed(KEY, REFUSAL)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Business);
    assert_eq!(error.sent(), Sent::Possibly);
    let business = error.business().unwrap();
    assert_eq!(
        (business.code(), business.msg(), business.sub_code(), business.sub_msg()),
        ("40004", "Business Failed", Some("POINT_NOT_ENOUGH"), Some("user 2088 has 3"))
    );
    assert_eq!(business.remedy(), Some("Take fewer."));
    assert_eq!(business.retry(), Some(Retry::FixInput));
    assert_eq!(error.error_code(), Some(PointsError::NotEnough));
    assert_eq!(error.error_code::<AnyCode>(), None, "the code of another method's enum");
    assert_eq!(error.trace_id(), Some(TRACE_ID));
    assert_eq!((error.body(), error.body_is_verified()), (Some(REFUSAL), true));
    assert_eq!(
        error.to_string(),
        "koubei.marketing.tool.points.update: code 40004, sub_code POINT_NOT_ENOUGH: The account holds too few points. Take fewer."
    );
    assert!(!format!("{error:?} {error:#?} {business:?}").contains("2088"), "{error:?}");
    assert_eq!(format!("{business:?}"), "BusinessError { code: 40004, sub_code: POINT_NOT_ENOUGH, .. }");
}

#[tokio::test]
async fn unlisted_codes_are_kept() {
    let error = call(signed(KEY, &REFUSAL.replace("POINT_NOT_ENOUGH", "NEW"))).await.unwrap_err();
    assert_eq!(error.error_code(), Some(PointsError::Unknown("NEW".into())));
    assert_eq!(error.business().unwrap().retry(), Some(Retry::AfterQuery));

    let error = call(signed(KEY, r#"{"code":"99999","sub_code":"NEW"}"#)).await.unwrap_err();
    assert_eq!(error.business().unwrap().retry(), None);

    let error = call(signed(KEY, r#"{"code":"20000","msg":"Service Currently Unavailable"}"#)).await.unwrap_err();
    assert_eq!(error.error_code::<PointsError>(), None);
    assert_eq!(error.business().unwrap().retry(), Some(Retry::AfterQuery));

    // Whatever a code holds, an error stays one short line.
    let error = call(signed(KEY, r#"{"code":"4\n0","sub_code":"中 a"}"#)).await.unwrap_err();
    assert_eq!(error.to_string(), "koubei.marketing.tool.points.update: code <3 bytes>, sub_code <5 bytes>");
}

#[tokio::test]
async fn an_unsigned_refusal_is_the_gateway_s_and_not_a_business_error() {
    for key in [KEY, "error_response"] {
        let error = call(format!(r#"{{"{key}":{REFUSAL}}}"#)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Gateway);
        assert_eq!(error.gateway().unwrap().sub_code(), Some("POINT_NOT_ENOUGH"));
        assert!(error.business().is_none());
        assert_eq!(error.error_code::<PointsError>(), None);
        assert_eq!((error.body(), error.body_is_verified()), (Some(REFUSAL), false));
    }
}

#[tokio::test]
async fn in_progress_is_an_answer_only_where_the_method_says_so() {
    let node = r#"{"code":"10003","msg":"order success pay inprocess"}"#;
    let error = call(signed(KEY, node)).await.unwrap_err();
    assert_eq!(error.business().unwrap().code(), "10003");

    let transport = Scripted::answering(signed("alipay_trade_pay_response", node));
    let client = client(&transport);
    let answer = client.call_json("alipay.trade.pay", serde_json::Value::Null).await.unwrap();
    assert!(answer.is_in_progress());
}

#[tokio::test]
async fn what_cannot_be_believed_or_read_is_a_typed_error_and_keeps_the_text() {
    let good = sign(NODE);
    let table: [(String, ErrorKind, &str); 9] = [
        (format!(r#"{{"{KEY}":{NODE}}}"#), ErrorKind::Signature, "it has none"),
        (format!(r#"{{"{KEY}":{NODE},"sign":""}}"#), ErrorKind::Signature, "it has none"),
        (
            signed(KEY, NODE).replace("10.00", "99.00"),
            ErrorKind::Signature,
            "it was not accepted (the answer claims code 10000)",
        ),
        (format!(r#"{{"{KEY}":{REFUSAL},"sign":"{good}"}}"#), ErrorKind::Signature, "(the answer claims code 40004)"),
        (format!(r#"{{"{KEY}":{NODE},"{KEY}":{NODE},"sign":"{good}"}}"#), ErrorKind::Decode, "a name stands twice"),
        (signed(KEY, NODE)[..90].to_owned(), ErrorKind::Decode, "not one JSON object (line 1, column 90)"),
        ("<html>busy</html>".to_owned(), ErrorKind::Decode, "not one JSON object"),
        (String::new(), ErrorKind::Decode, "not one JSON object"),
        ("[".repeat(1_000_000), ErrorKind::Decode, "not one JSON object"),
    ];
    for (body, kind, message) in table {
        let error = call(body.clone()).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (kind, Sent::Possibly), "{error}");
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!((error.body(), error.body_is_verified()), (Some(body.as_str()), false));
        assert_eq!(error.trace_id(), Some(TRACE_ID));
        assert!(error.business().is_none());
    }
    let error = call(&b"{\"a\":\"\xff\"}"[..]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), Some("{\"a\":\"\u{fffd}\"}"));
}

#[tokio::test]
async fn a_verified_answer_that_does_not_fit_names_every_wrong_field_and_is_not_lost() {
    let node = r#"{"code":"10000","point_amount":"much","count":"1.5"}"#;
    let error = call(signed(KEY, node)).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Decode, Sent::Possibly));
    assert_eq!((error.body(), error.body_is_verified()), (Some(node), true));
    let mut paths: Vec<_> = error.unreadable().unwrap().problems().iter().map(|found| found.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["count", "point_amount", "result_status"]);
    assert!(!format!("{error:?}").contains("much"));
}

#[tokio::test]
async fn an_answer_is_read_to_its_limit_and_no_further() {
    let body = signed(KEY, NODE);
    let length = body.len();
    for (limit, pieces, is_read) in
        [(length, 1, true), (length - 1, 1, false), (length, 7, true), (length - 1, 7, false), (0, 7, false)]
    {
        let body = Bytes::from(body.clone());
        let transport = Scripted::new(move || {
            let size = body.len().div_ceil(pieces);
            let pieces = (0..pieces)
                .map(|piece| body.slice((piece * size).min(body.len())..((piece + 1) * size).min(body.len())));
            Ok(http::Response::new(AnswerBody::new(Pieces(pieces.rev().collect()))))
        });
        let client = builder().transport(transport).max_answer_bytes(limit).build().unwrap();
        match client.call(&PointsUpdate::sample()).await {
            Ok(answer) => assert!(is_read && answer.body() == NODE),
            Err(error) => {
                assert!(!is_read, "{error}");
                assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Possibly));
                assert_eq!(error.transport().unwrap().phase(), Phase::TooLarge);
            }
        }
    }
}

#[tokio::test]
async fn another_status_than_200_is_no_answer() {
    for status in [204, 301, 302, 404, 429, 500, 502] {
        let transport = Scripted::new(move || {
            let answer = http::Response::builder().status(status).header("location", "https://evil.example.com/");
            Ok(answer.body(AnswerBody::from("<html>busy</html>")).unwrap())
        });
        let error = client(&transport).call(&PointsUpdate::sample()).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Possibly));
        assert_eq!(error.http_status(), Some(status));
        assert_eq!(error.body(), Some("<html>busy</html>"));
        assert_eq!(transport.seen.lock().unwrap().len(), 1, "a redirect was followed");
    }
}

/// A body that comes in pieces and does not say how long it is. The last piece comes first.
struct Pieces(Vec<Bytes>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, TransportError>>> {
        std::task::Poll::Ready(self.0.pop().map(|piece| Ok(http_body::Frame::data(piece))))
    }
}

#[tokio::test]
async fn a_verifier_of_the_user_learns_which_certificate_signed() {
    use crate::sign::{Signed, Verifier, VerifyError, VerifyFuture};

    /// Believes one certificate, whatever it signed.
    struct OneCertificate;

    impl Verifier for OneCertificate {
        fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
            Box::pin(async move {
                assert_eq!((signed.message, signed.signature), (NODE.as_bytes(), &b"abc"[..]));
                match signed.alipay_cert_sn {
                    Some("0123") => Ok(()),
                    _ => Err(VerifyError::Unchecked("no such certificate".into())),
                }
            })
        }
    }

    let call = async |sn: &str| {
        let transport = Scripted::answering(format!(r#"{{"{KEY}":{NODE}{sn},"sign":"YWJj"}}"#));
        let client = builder().verifier(OneCertificate).transport(transport).build().unwrap();
        client.call(&PointsUpdate::sample()).await
    };
    call(r#","alipay_cert_sn":"0123""#).await.unwrap();
    for sn in [r#","alipay_cert_sn":"4567""#, ""] {
        let error = call(sn).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
        let cause = std::error::Error::source(&error).unwrap();
        assert_eq!(cause.source().unwrap().to_string(), "no such certificate");
    }
}
