//! Certificate mode: what a client is built from.

#[cfg(feature = "sm2")]
use super::certificates::{NODE, call, sn};
use super::certificates::{Platform, ROOTS, whole};
use super::*;
use crate::certificate::testing::Authority;
use crate::error::ErrorKind;

#[cfg(feature = "sm2")]
#[tokio::test]
async fn with_sm2_the_certificates_are_those_of_sm2() {
    use crate::sign::SignType;

    let path = |file: &str| format!("{}/../tests/data/test-keys/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = |file: &str| std::fs::read_to_string(path(file)).unwrap();
    let key = PrivateKey::parse_for(SignType::Sm2, &text("sm2_alipay_pkcs8.pem")).unwrap();
    let sign = BASE64_STANDARD.encode(KeySigner::new(&key).unwrap().sign_now(NODE.as_bytes()).unwrap());
    let alipay = sn(&text("sm2_alipay_chain.crt"));
    let transport = Scripted::answering(format!(r#"{{"{KEY}":{NODE},"alipay_cert_sn":"{alipay}","sign":"{sign}"}}"#));
    let builder = || {
        Client::builder(APP_ID)
            .sign_type(SignType::Sm2)
            .private_key(&text("sm2_pkcs8.pem"))
            .app_certificate_path(path("sm2_app.crt"))
            .alipay_certificate_path(path("sm2_alipay_chain.crt"))
            .alipay_root_certificates([text("sm2_root.crt"), ROOTS.to_owned()].concat())
            .transport(transport.clone())
    };
    call(&builder().build().unwrap()).await.unwrap();
    let (query, _) = transport.only_request();
    let root = query.iter().find(|(name, _)| name == "alipay_root_cert_sn").unwrap();
    assert_eq!(root.1, format!("{}_87fd84cf8ea7868c25951f55a9926958", sn(&text("sm2_root.crt"))));

    let swapped = builder().app_certificate_path(path("sm2_alipay_chain.crt"));
    let found = problem(swapped.alipay_certificate_path(path("sm2_app.crt")));
    assert!(found.contains("`alipay_certificate` was given the application's own certificate"), "{found}");
    let found = problem(builder().app_certificate_path(path("app.crt")));
    assert!(found.contains("the private key does not belong to the application's certificate"), "{found}");
    let found = problem(builder().alipay_root_certificates(ROOTS));
    assert!(found.contains("neither in the same file nor among the root certificates"), "{found}");
}

fn problem(builder: ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    whole(&error)
}

#[test]
fn files_that_are_missing_wrong_or_mixed_up_are_named() {
    let platform = Platform::new();
    let plain = || Client::builder(APP_ID).private_key(APP_KEY);
    let chain = platform.chain(&platform.alipay);
    let roots = [&platform.root.pem, ROOTS].concat();
    let stranger = platform.class_1.leaf("2088-2021000000000002", ALIPAY_KEY);
    let ec_root = platform.builder().alipay_root_certificates(&platform.root.pem);
    let table = [
        (plain().app_certificate(&platform.app), "three files, and Alipay's certificate is missing"),
        (plain().alipay_certificate(&chain), "three files, and the application's certificate is missing"),
        (
            plain().app_certificate(&platform.app).alipay_certificate(&chain),
            "three files, and Alipay's root certificates are missing",
        ),
        (platform.builder().alipay_public_key(ALIPAY_PUBLIC_KEY), "a public key or verifier beside it"),
        (
            platform.builder().app_certificate("/a/path"),
            "the application's certificate cannot be used; this is neither",
        ),
        (
            platform.builder().alipay_certificate_path("/no/path"),
            "Alipay's certificate cannot be used; the file /no/path",
        ),
        (
            platform.builder().alipay_root_certificates(APP_KEY),
            "the file of Alipay's root certificates cannot be used; there is a private key",
        ),
        (platform.builder().app_certificate(&chain).alipay_certificate(&platform.app), "`app_certificate` was given"),
        (platform.builder().app_certificate(&stranger), "does not belong to the application's certificate"),
        (platform.builder().alipay_certificate(&platform.alipay), "neither in the same file nor among the root"),
        (
            platform.builder().alipay_root_certificates(Authority::root("Other").pem + ROOTS),
            "neither in the same file nor among the root",
        ),
        (ec_root, "none of the root certificates is signed with RSA"),
        (platform.builder().alipay_certificate(&roots), "`alipay_certificate` was given a root certificate"),
    ];
    for (builder, expected) in table {
        let found = problem(builder);
        assert!(found.contains(expected), "{found:?} lacks {expected:?}");
    }
}

#[test]
fn certificates_that_expired_are_reported_and_not_refused() {
    let platform = Platform::new();
    let client = platform.builder().clock(|| "2030-01-01 00:00:00".parse().unwrap()).build().unwrap();
    let now = "2030-01-01 00:00:00".parse().unwrap();
    let expired = client.certificates().iter().filter(|used| !used.certificate.is_valid_at(now)).count();
    assert_eq!(expired, 4, "the application's, Alipay's, its authority's, one of the roots");
}
