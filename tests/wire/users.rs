//! Tokens, users and keys: what travels beside `biz_content`, what is encrypted, and what is not printed.

use alipay_apis::open::{AppAlipaycertDownload, AuthAppAesGet};
use alipay_apis::user::system_oauth_token::GrantType;
use alipay_apis::user::{InfoShare, SystemOauthToken, SystemOauthTokenError};
use alipay_core::violation::RuleCode;
use alipay_core::{ApiRequest, Client, ErrorCode, Retry};
use alipay_sandbox::{Gateway, Reply};
use serde_json::json;

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    (gateway, client)
}

#[tokio::test]
async fn a_code_becomes_a_token() {
    let (gateway, client) = start().await;
    // This answer has no `code`.
    let answer = r#"{"access_token":"hidden-1","auth_start":"2026-10-15 13:19:21","expires_in":1296000,"re_expires_in":2592000,"refresh_token":"hidden-2","open_id":"083luGU2ef8yeC95sroZ9W"}"#;
    gateway.once("alipay.system.oauth.token", Reply::node(answer));
    let request = SystemOauthToken::new(GrantType::AuthorizationCode).code("hidden-3");
    let token = request.call(&client).await.unwrap();
    let call = gateway.calls().pop().unwrap();
    assert_eq!(call.parameter("grant_type"), Some("authorization_code"));
    assert_eq!(call.parameter("code"), Some("hidden-3"));
    assert_eq!(call.parameter("biz_content"), None);

    assert_eq!(token.access_token, "hidden-1");
    assert_eq!(token.expires_in.as_deref(), Some("1296000"));
    assert_eq!(token.open_id.as_deref(), Some("083luGU2ef8yeC95sroZ9W"));
    let printed = format!("{request:?} {token:?}");
    assert!(!printed.contains("hidden"), "{printed}");
}

#[tokio::test]
async fn a_code_that_was_used_up_is_an_error_of_the_method() {
    let (gateway, client) = start().await;
    let refusal = Reply::error("40002", "Invalid Arguments", "isv.code-invalid", "授权码code无效");
    gateway.once("alipay.system.oauth.token", refusal.under("error_response"));
    let error = SystemOauthToken::new(GrantType::AuthorizationCode).code("x").call(&client).await.unwrap_err();
    let code = error.error_code::<SystemOauthTokenError>().unwrap();
    assert_eq!(code, SystemOauthTokenError::CodeInvalid);
    assert_eq!(code.retry(), Some(Retry::FixInput));
}

#[test]
fn each_grant_needs_what_it_is_given_for() {
    use GrantType::{AuthorizationCode, RefreshToken, Unknown};
    for (request, found) in [
        (SystemOauthToken::new(AuthorizationCode).code("x"), vec![]),
        (SystemOauthToken::new(RefreshToken).refresh_token("x"), vec![]),
        (SystemOauthToken::new(AuthorizationCode), vec![("code", RuleCode::RequiredIf)]),
        (
            SystemOauthToken::new(RefreshToken).code("x"),
            vec![("code", RuleCode::ForbiddenIf), ("refresh_token", RuleCode::RequiredIf)],
        ),
        (SystemOauthToken::new(Unknown("x".into())), vec![("grant_type", RuleCode::UnknownValue)]),
    ] {
        let review = request.review();
        let review: Vec<_> = review.iter().map(|it| (it.path.as_str(), it.code)).collect();
        assert_eq!(review, found, "{:?}", request.grant_type);
    }
}

#[tokio::test]
async fn a_user_is_asked_for_by_token_and_not_printed() {
    let (gateway, client) = start().await;
    gateway.once(
        "alipay.user.info.share",
        Reply::success(json!({
            "user_id": "2088102104794936",
            "avatar": "http://tfsimg.alipay.com/images/partner/hidden",
            "province": "hidden",
            "nick_name": "hidden",
            "cert_no": "hidden",
            "is_certified": "T",
            "deliver_addresses": [{ "deliver_mobile": "hidden", "zip": "310000" }],
        })),
    );
    let request = InfoShare::new("hidden-token");
    let user = request.call(&client).await.unwrap();
    let call = gateway.calls().pop().unwrap();
    assert_eq!(call.parameter("auth_token"), Some("hidden-token"));
    assert_eq!(call.parameter("biz_content"), None);
    assert_eq!(call.parameters().iter().filter(|(name, _)| name == "auth_token").count(), 1);

    assert_eq!(user.user_id.as_deref(), Some("2088102104794936"));
    assert_eq!(user.nick_name.as_deref(), Some("hidden"));
    assert_eq!(user.deliver_addresses[0].deliver_mobile.as_deref(), Some("hidden"));
    let printed = format!("{request:?} {user:?}");
    assert!(!printed.contains("hidden") && printed.contains("user_id: <16 characters>"), "{printed}");
}

#[tokio::test]
async fn a_certificate_is_asked_for_by_its_number() {
    let (gateway, client) = start().await;
    gateway.on("alipay.open.app.alipaycert.download", |_| Reply::success(json!({ "alipay_cert_content": "LS0t" })));
    let request = AppAlipaycertDownload::new("687b59193f3f462dd5336e5abf83c5d8");
    assert_eq!(
        serde_json::to_value(&request).unwrap(),
        json!({ "alipay_cert_sn": "687b59193f3f462dd5336e5abf83c5d8" })
    );
    assert!(request.call(&client).await.is_ok());
}

#[tokio::test]
async fn a_method_that_encrypts_is_not_sent_in_the_clear() {
    let (gateway, client) = start().await;
    assert!(AuthAppAesGet::api().encrypts);
    let request = AuthAppAesGet::new().merchant_app_id("2015102600073002");
    assert!(request.call(&client).await.is_err());
    assert_eq!(gateway.calls().len(), 0);
    let answer: alipay_apis::open::AuthAppAesGetResponse = serde_json::from_str(r#"{"aes_key":"hidden"}"#).unwrap();
    assert_eq!(answer.aes_key.as_deref(), Some("hidden"));
    assert!(!format!("{answer:?}").contains("hidden"));
}
