//! Which key and which sign type a client gets, and keys that are somewhere else.

use std::error::Error as _;
use std::future::pending;
use std::time::Duration;

use super::*;
use crate::error::{ErrorKind, Sent};
use crate::key::PublicKey;
use crate::sign::{KeyVerifier, SignError, SignFuture, SignType, Signed, Signer, Verifier, VerifyError, VerifyFuture};

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#;

/// A service somewhere else that signs for us: nothing is ready when it is asked.
struct Vault {
    key: Arc<KeySigner>,
}

impl Signer for Vault {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a> {
        let (key, text) = (self.key.clone(), text.to_vec());
        Box::pin(async move {
            let answer = tokio::spawn(async move {
                tokio::task::yield_now().await;
                key.sign_now(&text)
            });
            answer.await.map_err(SignError::new)?
        })
    }
}

/// A service somewhere else that verifies for us.
struct Notary {
    key: Arc<KeyVerifier>,
}

impl Verifier for Notary {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        let (key, message, signature) = (self.key.clone(), signed.message.to_vec(), signed.signature.to_vec());
        Box::pin(async move {
            let answer = tokio::spawn(async move {
                tokio::task::yield_now().await;
                key.verify_now(&message, &signature)
            });
            answer.await.map_err(|error| VerifyError::Unchecked(error.into()))?
        })
    }
}

#[tokio::test]
async fn a_call_waits_for_a_signer_and_a_verifier_that_are_somewhere_else() {
    let vault = || Vault { key: Arc::new(KeySigner::new(&PrivateKey::parse(APP_KEY).unwrap()).unwrap()) };
    let notary = || {
        let key = PublicKey::parse(ALIPAY_PUBLIC_KEY).unwrap();
        Notary { key: Arc::new(KeyVerifier::new(key).unwrap()) }
    };
    let transport = Scripted::answering(signed(KEY, NODE));
    let builder = || Client::builder(APP_ID).signer(vault()).verifier(notary()).transport(transport.clone());
    let client = builder().clock(|| "2026-11-23 08:00:00".parse().unwrap()).build().unwrap();
    let request = PointsUpdate::sample();
    client.call(&request).await.unwrap();
    // RSA2 signatures are the same each time, so that the parameters tell whether the text was the same.
    let at_hand = Scripted::answering(signed(KEY, NODE));
    self::client(&at_hand).call(&request).await.unwrap();
    assert_eq!(transport.only_request(), at_hand.only_request());

    let forged = Scripted::answering(signed(KEY, NODE).replace(r#""point_amount":"10""#, r#""point_amount":"99""#));
    let client = builder().transport(forged).build().unwrap();
    let error = client.call(&request).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Signature, Sent::Possibly));
}

struct Silent;

impl Signer for Silent {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, _: &'a [u8]) -> SignFuture<'a> {
        Box::pin(pending())
    }
}

impl Verifier for Silent {
    fn verify<'a>(&'a self, _: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_vault_that_never_answers_ends_with_the_time_of_the_call() {
    let transport = Scripted::answering(signed(KEY, NODE));
    let builder = || builder().transport(transport.clone()).timeout(Duration::from_secs(10));
    let request = PointsUpdate::sample();

    let error = builder().signer(Silent).build().unwrap().call(&request).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
    assert!(transport.seen.lock().unwrap().is_empty());

    let error = builder().verifier(Silent).build().unwrap().call(&request).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Possibly));
}

fn problem(builder: ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    format!("{error}; {source}")
}

#[test]
fn a_key_that_does_not_fit_the_sign_type_is_named() {
    let own_verifier = || KeyVerifier::new(PublicKey::parse(ALIPAY_PUBLIC_KEY).unwrap()).unwrap();
    let without_private_key = || Client::builder(APP_ID).alipay_public_key(ALIPAY_PUBLIC_KEY);
    for (builder, expected) in [
        (builder().private_key(SM2_KEY), "private key cannot be used; this is an SM2 key, and the sign type is RSA2"),
        (builder().alipay_public_key(ALIPAY_SM2_PUBLIC_KEY), "public key cannot be used; this is an SM2 key"),
        (builder().private_key(SHORT_KEY), "this RSA key has 1024 bits; at least 2048 are needed"),
        (
            without_private_key().signer(Silent).sign_type(SignType::Sm2),
            "the signer signs with another sign type than the one set",
        ),
        (
            without_private_key().sign_type(SignType::Sm2).signer(Silent),
            "the signer signs with another sign type than the one set",
        ),
        #[cfg(not(feature = "sm2"))]
        (builder().sign_type(SignType::Sm2), "the sign type SM2 needs the feature `sm2`"),
        #[cfg(feature = "sm2")]
        (
            builder().sign_type(SignType::Sm2),
            "private key cannot be used; this is an RSA key, and the sign type is SM2",
        ),
        #[cfg(feature = "sm2")]
        (sm2().alipay_public_key(ALIPAY_PUBLIC_KEY), "public key cannot be used; this is an RSA key"),
        #[cfg(feature = "sm2")]
        (sm2().alipay_public_key(SM2_PUBLIC_KEY), "the application's own public key was given as Alipay's"),
        #[cfg(feature = "sm2")]
        (sm2().verifier(own_verifier()), "the verifier's key is of another sign type than the signer's"),
        #[cfg(not(feature = "rsa-sha1"))]
        (builder().sign_type(SignType::Rsa), "the sign type RSA needs the feature `rsa-sha1`"),
        #[cfg(feature = "rsa-sha1")]
        (
            builder().sign_type(SignType::Rsa).verifier(own_verifier()),
            "the verifier's key is of another sign type than the signer's",
        ),
        #[cfg(feature = "rsa-sha1")]
        (
            builder().sign_type(SignType::Rsa).alipay_public_key(APP_PUBLIC_KEY),
            "the application's own public key was given as Alipay's",
        ),
    ] {
        let found = problem(builder);
        assert!(found.contains(expected), "{found:?} lacks {expected:?}");
    }
    builder().signer(Silent).sign_type(SignType::Rsa2).verifier(own_verifier()).build().unwrap();
}

const SHORT_KEY: &str = include_str!("../../../../tests/data/test-keys/short_pkcs8.pem");
const SM2_KEY: &str = include_str!("../../../../tests/data/test-keys/sm2_pkcs8.pem");
const ALIPAY_SM2_PUBLIC_KEY: &str = include_str!("../../../../tests/data/test-keys/alipay_sm2_pub.pem");
#[cfg(feature = "sm2")]
const SM2_PUBLIC_KEY: &str = include_str!("../../../../tests/data/test-keys/sm2_pub.pem");
#[cfg(feature = "sm2")]
const ALIPAY_SM2_KEY: &str = include_str!("../../../../tests/data/test-keys/alipay_sm2_pkcs8.pem");

#[cfg(feature = "sm2")]
fn sm2() -> ClientBuilder {
    Client::builder(APP_ID)
        .private_key(SM2_KEY)
        .sign_type(SignType::Sm2)
        .alipay_public_key(ALIPAY_SM2_PUBLIC_KEY)
        .clock(|| "2026-11-23 08:00:00".parse().unwrap())
}

/// The keys of the application and of Alipay for each sign type but RSA2, with which all other tests run.
#[cfg(any(feature = "rsa-sha1", feature = "sm2"))]
const OTHERS: &[(SignType, [&str; 4])] = &[
    #[cfg(feature = "rsa-sha1")]
    (SignType::Rsa, [SHORT_KEY, SHORT_PUBLIC_KEY, ALIPAY_KEY, ALIPAY_PUBLIC_KEY]),
    #[cfg(feature = "sm2")]
    (SignType::Sm2, [SM2_KEY, SM2_PUBLIC_KEY, ALIPAY_SM2_KEY, ALIPAY_SM2_PUBLIC_KEY]),
];

#[cfg(feature = "rsa-sha1")]
const SHORT_PUBLIC_KEY: &str = include_str!("../../../../tests/data/test-keys/short_pub.pem");

#[cfg(any(feature = "rsa-sha1", feature = "sm2"))]
#[tokio::test]
async fn each_sign_type_makes_a_whole_call_set_before_or_after_the_keys() {
    for &(sign_type, [app, app_public, alipay, alipay_public]) in OTHERS {
        let alipays = KeySigner::new(&PrivateKey::parse_for(sign_type, alipay).unwrap()).unwrap();
        let sign = BASE64_STANDARD.encode(alipays.sign_now(NODE.as_bytes()).unwrap());
        let transport = Scripted::answering(format!(r#"{{"{KEY}":{NODE},"sign":"{sign}"}}"#));
        let builder = || Client::builder(APP_ID).transport(transport.clone());
        for builder in [
            builder().sign_type(sign_type).private_key(app).alipay_public_key(alipay_public),
            builder().private_key(app).alipay_public_key(alipay_public).sign_type(sign_type),
        ] {
            transport.seen.lock().unwrap().clear();
            builder.build().unwrap().call(&PointsUpdate::sample()).await.unwrap();
            let (query, body) = transport.only_request();
            let mut parameters = crate::parameters::Parameters::new();
            for (name, value) in query.iter().chain(&body).filter(|(name, _)| name != "sign") {
                parameters.add(name, value);
            }
            let (_, sign) = query.iter().find(|(name, _)| name == "sign").unwrap();
            let verifier = KeyVerifier::new(PublicKey::parse_for(sign_type, app_public).unwrap()).unwrap();
            let signature = BASE64_STANDARD.decode(sign).unwrap();
            verifier.verify_now(parameters.text_to_sign().as_bytes(), &signature).unwrap();
            assert!(query.contains(&("sign_type".to_owned(), sign_type.as_str().to_owned())));
        }

        // Signed with RSA2, and saying so, where another sign type was configured.
        let downgraded = format!(r#"{{"{KEY}":{NODE},"sign_type":"RSA2","sign":"{}"}}"#, super::sign(NODE));
        let client = builder()
            .transport(Scripted::answering(downgraded))
            .sign_type(sign_type)
            .private_key(app)
            .alipay_public_key(alipay_public)
            .build()
            .unwrap();
        let error = client.call(&PointsUpdate::sample()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
    }
}
