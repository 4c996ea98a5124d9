//! What a refusal of the gateway says about itself.

use std::time::Duration;

use super::*;
use crate::error::{CommonCode, Error, ErrorKind, SignatureDifference};
use crate::{ErrorCode, GatewayCode};

/// Signed as the business would, or without a signature as the gateway sometimes does.
async fn refused(node: &str, is_signed: bool) -> Error {
    let body = if is_signed { signed(KEY, node) } else { format!(r#"{{"{KEY}":{node}}}"#) };
    let error = client(&Scripted::answering(body)).call(&PointsUpdate::sample()).await.unwrap_err();
    assert_eq!(error.kind(), if is_signed { ErrorKind::Business } else { ErrorKind::Gateway });
    error
}

#[tokio::test]
async fn the_method_s_word_counts_before_the_common_one_and_that_before_the_bare_code() {
    // node, common code, retry when signed, retry when not, what the meaning holds
    let table = [
        (
            r#"{"code":"40004","sub_code":"POINT_NOT_ENOUGH"}"#,
            None,
            Some(Retry::FixInput),
            Some(Retry::FixInput),
            "too few points",
        ),
        (
            r#"{"code":"40005","sub_code":"isv.app-call-limited"}"#,
            Some(CommonCode::AppCallLimited),
            Some(Retry::Later),
            Some(Retry::AfterQuery),
            "too often",
        ),
        (
            r#"{"code":"20000","sub_code":"isp.unknow-error"}"#,
            Some(CommonCode::BusinessUnavailable),
            Some(Retry::AfterQuery),
            Some(Retry::AfterQuery),
            "unknown",
        ),
        (
            r#"{"code":"40002","sub_code":"isv.invalid-app-id"}"#,
            Some(CommonCode::InvalidAppId),
            Some(Retry::Never),
            Some(Retry::Never),
            "app id",
        ),
        (r#"{"code":"40002","sub_code":"isv.new"}"#, None, Some(Retry::FixInput), Some(Retry::FixInput), "parameter"),
        (r#"{"code":"40004","sub_code":"NEW"}"#, None, Some(Retry::AfterQuery), Some(Retry::AfterQuery), "business"),
        (r#"{"code":"40006"}"#, None, Some(Retry::Never), Some(Retry::Never), "may not"),
        (r#"{"code":"49999","sub_code":"NEW"}"#, None, None, None, ""),
        (r#"{"code":"49999"}"#, None, None, None, ""),
    ];
    for (node, common, when_signed, when_not, meaning) in table {
        for (is_signed, retry) in [(true, when_signed), (false, when_not)] {
            let error = refused(node, is_signed).await;
            assert_eq!(error.common_code(), common, "{node}");
            let refusal = error.business().or(error.gateway()).unwrap();
            assert_eq!(refusal.common_code(), common, "{node}");
            assert_eq!(refusal.retry(), retry, "{node}, signed: {is_signed}");
            assert!(refusal.meaning().unwrap_or_default().contains(meaning), "{node}");
            assert!(error.to_string().contains(refusal.remedy().unwrap_or_default()), "{error}");
        }
    }
}

#[test]
fn common_codes_are_listed_once_and_none_may_be_repeated_at_once() {
    let mut codes = Vec::new();
    for entry in CommonCode::TABLE.entries.iter().chain(GatewayCode::TABLE.entries) {
        codes.push(entry.code);
        assert!(entry.meaning.ends_with('.') && entry.remedy.ends_with('.'), "{entry:?}");
        assert_ne!(entry.retry, Retry::SameRequest, "{entry:?}");
        assert_eq!(CommonCode::from_code(entry.code).as_str(), entry.code);
    }
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

/// The gateway's text to sign, of the only request that was sent.
fn text_to_sign(transport: &Scripted) -> String {
    let (query, body) = transport.only_request();
    let mut parameters: Vec<_> = query.into_iter().chain(body).filter(|(name, _)| name != "sign").collect();
    parameters.sort_unstable();
    parameters.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

#[tokio::test]
async fn a_refused_signature_says_where_the_texts_differ_and_nothing_of_their_content() {
    let call = async |answer: String| {
        let transport = Scripted::answering(answer);
        let client = client(&transport);
        let request = PointsUpdate::sample();
        let call = client.call(&request).app_auth_token("201208BB1234").notify_url("https://example.com/?a=1&b=2");
        (call.await.unwrap_err(), text_to_sign(&transport))
    };
    // The clock of these tests stands still, so the second request is signed like the first.
    let (_, text) = call(String::new()).await;
    let refusal = |sub_code: &str, text: &str| {
        let text = text.replace('&', "&amp;").replace('"', "&quot;");
        let sub_msg = format!("验签出错，网关生成的验签字符串为：{text}");
        serde_json::json!({ "code": "40002", "sub_code": sub_code, "sub_msg": sub_msg }).to_string()
    };
    let table = [
        (
            text.clone(),
            "(the gateway verified the text that was signed: the private key is not the application's, or the platform has another public key of it)",
        ),
        (
            text.replace("utf-8", "GBK"),
            "(the gateway verified another text: charset differs from character 1 on, signed was `utf-8`, the gateway has `GBK`)",
        ),
        (
            text.replace("BB12", "BB13"),
            "(the gateway verified another text: app_auth_token differs from character 10 on, signed was `999`, the gateway has `999&aaa_aa=9",
        ),
        (text.replace("&b=2", ""), "notify_url differs from character 26 on, signed was `a=9`"),
        (
            text.replace("app_auth_token=201208BB1234&", ""),
            "(the gateway verified another text: it lacks app_auth_token, which was signed)",
        ),
    ];
    for (shown, expected) in table {
        for is_signed in [true, false] {
            let node = refusal("isv.invalid-signature", &shown);
            let (error, _) = call(if is_signed { signed(KEY, &node) } else { format!(r#"{{"{KEY}":{node}}}"#) }).await;
            assert_eq!(error.common_code(), Some(CommonCode::InvalidSignature));
            let message = error.to_string();
            assert!(message.contains(expected), "{message}");
            assert_eq!(error.signature_difference() == Some(&SignatureDifference::TextsAreEqual), shown == text);
            for secret in ["201208", "1234", "2088", "example"] {
                assert!(!format!("{error} {error:?} {:?}", error.signature_difference()).contains(secret), "{message}");
            }
            assert_eq!(message.lines().count(), 1);
        }
    }

    let (error, _) = call(signed(KEY, &refusal("isv.invalid-parameter", &text))).await;
    assert_eq!(error.signature_difference(), None, "another refusal");
    let (error, _) = call(signed(KEY, r#"{"code":"40002","sub_code":"isv.invalid-signature"}"#)).await;
    assert_eq!(error.signature_difference(), None, "without the gateway's text");
}

#[tokio::test]
async fn clocks_that_are_far_apart_are_said_to_be() {
    let refusal = |sub_code: &str| signed(KEY, &format!(r#"{{"code":"40002","sub_code":"{sub_code}"}}"#)).into_bytes();
    let (timestamp, other) = (refusal("isv.invalid-timestamp"), refusal("isv.invalid-app-id"));
    // The client's clock says that it is midnight in Greenwich.
    let table = [
        (200, &timestamp, "Sun, 22 Nov 2026 16:00:00 GMT", Some((true, 8 * 60 * 60))),
        (200, &timestamp, "Sun, 22 Nov 2026 23:59:58 GMT", Some((true, 2))),
        (200, &timestamp, "Mon, 23 Nov 2026 00:00:00 GMT", None),
        (200, &timestamp, "tomorrow", None),
        (200, &other, "Sun, 22 Nov 2026 23:57:00 GMT", Some((true, 180))),
        (200, &other, "Sun, 22 Nov 2026 23:57:01 GMT", None),
        (502, &other, "Mon, 23 Nov 2026 01:00:00 GMT", Some((false, 60 * 60))),
    ];
    for (status, body, date, expected) in table {
        let body = Bytes::copy_from_slice(body);
        let transport = Scripted::new(move || {
            let answer = http::Response::builder().status(status).header("date", date);
            Ok(answer.body(AnswerBody::from(body.clone())).unwrap())
        });
        let error = client(&transport).call(&PointsUpdate::sample()).await.unwrap_err();
        let skew = error.clock_skew();
        match expected {
            None => assert_eq!(skew, None, "{date}"),
            Some((is_ahead, seconds)) => {
                let skew = skew.unwrap();
                let (least, most) = (Duration::from_secs(seconds - 2), Duration::from_secs(seconds));
                assert!(skew.is_ahead() == is_ahead && (least..=most).contains(&skew.difference()), "{date}: {skew}");
                assert!(error.to_string().ends_with(&format!("({skew})")), "{error}");
            }
        }
    }
}

#[tokio::test]
async fn the_trace_id_leads_to_the_console() {
    let table = [
        (Some(TRACE_ID), Some("https://open.alipay.com/api/errCheck?traceId=0b5da1cc17641&source=openapi")),
        (Some("a&b=\"<"), Some("https://open.alipay.com/api/errCheck?traceId=a%26b%3D%22%3C&source=openapi")),
        (Some("two words"), None),
        (None, None),
    ];
    for (trace_id, link) in table {
        let transport = Scripted::new(move || {
            let mut answer = http::Response::new(AnswerBody::from(""));
            if let Some(trace_id) = trace_id {
                answer.headers_mut().insert("trace_id", trace_id.parse().unwrap());
            }
            Ok(answer)
        });
        let error = client(&transport).call(&PointsUpdate::sample()).await.unwrap_err();
        assert_eq!(error.console_link().as_deref(), link);
    }
}
