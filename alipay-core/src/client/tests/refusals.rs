//! What a refusal of the gateway says about itself.

use super::*;
use crate::error::{CommonCode, Error, ErrorKind};
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
