//! Certified users and authorised providers: what is decided beyond the fact tables.

use alipay_apis::Client;
use alipay_apis::open::auth_token_app::GrantType;
use alipay_apis::open::{AuthTokenApp, AuthTokenAppResponse};
use alipay_apis::schema::Severity;
use alipay_apis::user::certify_open_initialize::{
    BizCode, CertType, IdentityType, OpenCertifyIdentityParam, OpenCertifyMerchantConfig,
};
use alipay_apis::user::certify_open_query::Passed;
use alipay_apis::user::{CertifyOpenCertify, CertifyOpenInitialize, CertifyOpenQueryResponse};
use alipay_apis::violation::RuleCode;
use alipay_sandbox::{Gateway, demo};

use crate::shown::rule;

#[test]
fn a_person_has_name_and_document() {
    let of = |person| CertifyOpenInitialize::new("1", BizCode::Face, person, OpenCertifyMerchantConfig::new());
    let person = || OpenCertifyIdentityParam::new().identity_type(IdentityType::CertInfo);
    let missing = |path| (path, RuleCode::RequiredIf, Severity::Advise);
    rule("name and document")
        .accepts(&of(person().cert_name("某人").cert_no("1").cert_type(CertType::IdentityCard)))
        .accepts(&of(person().cert_digest("0f")))
        .accepts(&of(OpenCertifyIdentityParam::new().open_id("1")))
        .finds(
            &of(person()),
            &[
                missing("identity_param.cert_name"),
                missing("identity_param.cert_no"),
                missing("identity_param.cert_type"),
            ],
        );
}

#[test]
fn nobody_is_certified_by_a_word_that_is_not_known() {
    for (text, passed) in [
        (r#"{"passed":"T"}"#, Some(Passed::Yes)),
        (r#"{"passed":"F"}"#, Some(Passed::No)),
        (r#"{"passed":"t"}"#, Some(Passed::Unknown("t".into()))),
        (r#"{"passed":""}"#, None),
        ("{}", None),
    ] {
        let answer: CertifyOpenQueryResponse = alipay_apis::json::from_str(text).expect("readable");
        assert_eq!(answer.passed, passed, "{text}");
    }
}

#[tokio::test]
async fn the_user_is_sent_to_the_gateway_with_the_number() {
    let gateway = Gateway::start_demo().await.expect("a port is free");
    let client = Client::builder(demo::APP_ID)
        .private_key(demo::PRIVATE_KEY)
        .alipay_public_key(gateway.alipay_public_key())
        .gateway_url(gateway.url())
        .root_certificate_pem(gateway.root_certificate_pem().expect("HTTPS"))
        .build()
        .expect("a client");
    let link = CertifyOpenCertify::new("OC201809253000000393900404029253").page(&client).url().await.expect("a link");
    assert!(link.starts_with(&gateway.url()), "{link}");
    for part in ["method=alipay.user.certify.open.certify", "OC201809253000000393900404029253", "&sign="] {
        assert!(link.contains(part), "{part}: {link}");
    }
}

#[test]
fn a_providers_token_is_given_for_a_code_or_another_token() {
    let request = AuthTokenApp::new;
    rule("code or token")
        .accepts(&request(GrantType::AuthorizationCode).code("1"))
        .accepts(&request(GrantType::RefreshToken).refresh_token("1"))
        .refuses(&request(GrantType::AuthorizationCode), "code", RuleCode::RequiredIf)
        .refuses(&request(GrantType::RefreshToken), "refresh_token", RuleCode::RequiredIf)
        .advises(&request(GrantType::RefreshToken).refresh_token("1").code("1"), "code", RuleCode::ForbiddenIf);
}

#[test]
fn a_providers_tokens_are_read_and_not_printed() {
    let answer: AuthTokenAppResponse = alipay_apis::json::from_str(
        r#"{
            "app_auth_token": "201510BBaabdb44d8fd04607abf8d5931ec75D84",
            "app_refresh_token": "201510BB09dece3ea7654531b66bf9f97cdceE67",
            "tokens": { "app_token_exchange_sub_element": [
                { "app_auth_token": "201510BBaabdb44d8fd04607abf8d5931ec75D84", "auth_app_id": "2013111800001989" }
            ] }
        }"#,
    )
    .expect("readable");
    assert_eq!(answer.tokens.len(), 1);
    assert_eq!(answer.tokens[0].app_auth_token, answer.app_auth_token);
    assert!(!format!("{answer:?}").contains("201510BB"), "{answer:?}");
}
