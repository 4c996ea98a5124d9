//! What no call gives by itself: keys, declarations, small words, and errors of what was configured wrongly.

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::trade::Refund;
use alipay_apis::trade::notifications::TradeEvent;
use alipay_apis::waiting::Found;
use alipay_core::certificate::{CertificateBundle, CertificateVerifier};
use alipay_core::encryption::ContentKey;
use alipay_core::key::{PrivateKey, PublicKey};
use alipay_core::parameters::Parameters;
use alipay_core::record::{Declared, Mismatch, Slot, Token, Value, kind};
use alipay_core::schema::{Bound, Check, Condition, EnumSchema, Literal, Operand, Path, Rule, Shape};
use alipay_core::sign::{KeySigner, KeyVerifier, SignError, SignType, Signed, VerifyError};
use alipay_core::{
    Amount, AnyCode, AppAuthToken, Authorization, Charset, Client, DateTime, ErrorCode, Gateway, GatewayCode,
    Judgement, OpenId, OutTradeNo, RetryPolicy, TradeNo, UserId, json,
};
use alipay_sandbox::demo;

use crate::calls::show_error;
use crate::show::{causes, debug, mute, show};

pub(crate) fn run() {
    println!("== values");
    keys();
    wrong_keys();
    certificates();
    words();
    declarations();
    mute!(
        kind::TextKind,
        kind::IntegerKind,
        kind::AmountKind,
        kind::DateTimeKind,
        kind::BoolKind,
        kind::FileKind,
        kind::WordKind<Charset>,
        kind::ObjectKind<Refund>,
        kind::ListKind<kind::TextKind>,
        Value<'static>,
        Slot<'static>,
        Token<'static>,
        alipay_core::__private::Table,
    );
}

fn keys() {
    let key = PrivateKey::parse(demo::PRIVATE_KEY).unwrap();
    show!(key, *key.public_key(), KeySigner::new(&key).unwrap());
    show!(KeyVerifier::new(key.public_key().clone()).unwrap());
    show!(ContentKey::parse(demo::CONTENT_KEY).unwrap());
    show!(Signed::new(b"hidden", b"hidden").alipay_cert_sn(Some("0123456789abcdef0123456789abcdef")));
    show!(SignError::new("of the key service, which says what it wants"));
    show!(VerifyError::Mismatch, VerifyError::Unchecked("of the key service".into()));
    let mut parameters = Parameters::in_charset(Charset::Gbk);
    parameters.add("auth_token", "hidden 😀");
    show!(parameters, parameters.bytes_to_sign().unwrap_err());
}

/// Keys in the wrong place, cut off, or no keys at all.
fn wrong_keys() {
    let middle = demo::PRIVATE_KEY.len() / 2;
    let sm2 = include_str!("../data/test-keys/sm2_pkcs8.pem");
    for wrong in
        ["hidden", &demo::PRIVATE_KEY[..middle], &demo::PRIVATE_KEY[middle..], demo::PUBLIC_KEY, sm2, "aGlkZGVu"]
    {
        for error in [PrivateKey::parse(wrong).err(), PublicKey::parse(wrong).err()].into_iter().flatten() {
            show!(error);
        }
        let builder =
            || Client::builder(demo::APP_ID).private_key(demo::PRIVATE_KEY).alipay_public_key(demo::PUBLIC_KEY);
        for builder in [
            builder().private_key(wrong),
            builder().alipay_public_key(wrong),
            builder().content_key(wrong),
            builder().root_certificate_pem(wrong),
            builder().gateway_url(wrong),
            builder().app_certificate(wrong).alipay_certificate(wrong).alipay_root_certificates(wrong),
            builder().app_certificate_path(format!("/hidden/{}", wrong.len())),
            builder().sign_type(SignType::Sm2),
        ] {
            show!(builder);
            builder.build().err().iter().for_each(show_error);
        }
        ContentKey::parse(wrong).err().iter().for_each(|error| show!(*error));
        CertificateBundle::parse(wrong).err().iter().for_each(|error| {
            show!(*error);
            causes(error);
        });
    }
}

fn certificates() {
    let (alipay, roots) = (demo::ALIPAY_CERTIFICATE, demo::ROOT_CERTIFICATES);
    let [alipay, roots, own] = [alipay, roots, demo::CERTIFICATE].map(|pem| CertificateBundle::parse(pem).unwrap());
    show!(alipay, *roots.first(), CertificateVerifier::new(SignType::Rsa2, &alipay, &roots).unwrap());
    let foreign = CertificateBundle::parse(include_str!("../data/test-keys/root_bundle.crt")).unwrap();
    show!(CertificateVerifier::new(SignType::Rsa2, &own, &foreign).unwrap_err());
    show!(alipay.first().public_key(SignType::Sm2).unwrap_err());
}

fn words() {
    // A text on its own is printed where it is asked for: by `Display`.
    show!(TradeNo::from("2026112322001424330512345678"), OutTradeNo::from("order-1"));
    debug(&UserId::from("hidden"));
    debug(&OpenId::from("hidden"));
    show!(AppAuthToken::from("hidden"), Amount::fen(1), DateTime::now());
    show!("hidden".parse::<Amount>().unwrap_err(), "hidden".parse::<DateTime>().unwrap_err());
    let link = Authorization::of_user(demo::APP_ID, "https://shop.example/login?hidden", ["auth_user"]).state("hidden");
    show!(link, Authorization::of_merchant(demo::APP_ID, "hidden").state("hidden").url().is_ok());
    show!(Charset::Gbk, Gateway::Sandbox, RetryPolicy::standard(), SignType::Rsa2, TradeEvent::Paid);
    show!(AnyCode::from_code("ACQ.SYSTEM_ERROR"), GatewayCode::Success, Judgement::Done);
    show!(
        Mismatch { expected: "a text" },
        json::TooDeep,
        Found::<()>::Failed(Client::builder("").build().unwrap_err())
    );
}

/// Facts of the platform's documents, and nothing of anybody's request.
fn declarations() {
    for api in alipay_apis::catalogue() {
        show!(*api, api.route);
        for declaration in [api.request, api.response] {
            show!(*declaration());
        }
        show!(*api.errors);
        api.errors.entries.iter().for_each(|entry| show!(*entry, entry.retry));
    }
    let (path, bound) = (Path { root: false, steps: &["a"] }, Bound { mantissa: 1, scale: 2 });
    let condition = Condition::Equal(Operand::Path(path), Literal::Bool(true));
    let rule = Rule::new(Check::RequiredIf(condition)).advise();
    show!(path, bound, Operand::Path(path), Literal::Number(bound), condition, rule, rule.check, rule.severity);
    let field = ActivityOrdervoucherCreate::declaration().fields.first().unwrap();
    show!(*field, Shape::Text, EnumSchema { name: "a", values: &["b"], open: true });
}
