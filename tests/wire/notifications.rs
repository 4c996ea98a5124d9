//! The typed notifications: a form with every field that is known, signed with a test key.

use alipay_apis::fund::notifications::{AuthorizationNotification, AuthorizationNotifyType, OperationStatus};
use alipay_apis::key::PrivateKey;
use alipay_apis::notify::{Expected, Refusal};
use alipay_apis::sign::KeySigner;
use alipay_apis::trade::notifications::{TradeEvent, TradeNotification, TradeReturn, TradeStatus};
use alipay_apis::user::notifications::{AgreementNotification, AgreementNotifyType, AgreementStatus};
use alipay_apis::{Amount, Client, Error, Verified};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

const KEY: &str = include_str!("../data/test-keys/app_pkcs8.pem");
const ALIPAY_KEY: &str = include_str!("../data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../data/test-keys/alipay_pub.pem");

type Pairs<'a> = Vec<(&'a str, &'a str)>;

fn client() -> Client {
    let client = Client::builder("2021000000000001").private_key(KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    client.build().expect("a client")
}

/// A body as Alipay posts it, by the V1 rule.
fn posted(pairs: &Pairs<'_>) -> String {
    let mut texts: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    texts.sort();
    let signer = KeySigner::new(&PrivateKey::parse(ALIPAY_KEY).expect("a key")).expect("a key");
    let sign = BASE64_STANDARD.encode(signer.sign_now(texts.join("&").as_bytes()).expect("a signature"));
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs).append_pair("sign", &sign).append_pair("sign_type", "RSA2").finish()
}

fn trade(more: &Pairs<'static>) -> Pairs<'static> {
    let usual = vec![
        ("app_id", "2021000000000001"),
        ("auth_app_id", "2021000000000001"),
        ("buyer_id", "2088102122524333"),
        ("buyer_logon_id", "159****5620"),
        ("buyer_open_id", "074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5"),
        ("buyer_pay_amount", "80.00"),
        ("charset", "utf-8"),
        (
            "fund_bill_list",
            r#"[{"amount":"80.00","fundChannel":"ALIPAYACCOUNT"},{"amount":"8.80","fundChannel":"MDISCOUNT"}]"#,
        ),
        ("gmt_create", "2026-11-23 08:00:00"),
        ("gmt_payment", "2026-11-23 08:00:02"),
        ("invoice_amount", "80.00"),
        ("notify_id", "2026112300222080002016621234567890"),
        ("notify_time", "2026-11-23 08:00:03"),
        ("notify_type", "trade_status_sync"),
        ("out_trade_no", "20261123-1"),
        ("passback_params", "a%3D1%26b%3D2"),
        ("point_amount", "0.00"),
        ("receipt_amount", "88.80"),
        ("seller_email", "shop@example.com"),
        ("seller_id", "2088102147948060"),
        ("subject", "甜甜圈 1+1 & 50%"),
        ("total_amount", "88.80"),
        ("trade_no", "2026112322001424330512345678"),
        ("trade_status", "TRADE_SUCCESS"),
        ("version", "1.0"),
        (
            "voucher_detail_list",
            r#"[{"amount":"8.80","merchantContribute":"8.80","name":"券","otherContribute":"0.00","type":"ALIPAY_BIZ_VOUCHER","voucherId":"2016101200073002586200003BQ4"}]"#,
        ),
    ];
    let kept = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()).collect()
}

async fn receive_trade(more: &Pairs<'static>) -> Result<Verified<TradeNotification>, Error> {
    client().receive(posted(&trade(more)).as_bytes(), None).await
}

/// A round trip.
#[tokio::test]
async fn a_payment_is_read_and_compared() {
    let notice = receive_trade(&vec![("new_field", "1")]).await.expect("a notification");
    let expected = Expected::new("20261123-1", Amount::fen(8880)).seller_id("2088102147948060");
    let paid = notice.expect(&expected).expect("the order");
    assert_eq!((paid.event(), &paid.trade_status), (TradeEvent::Paid, &TradeStatus::TradeSuccess));
    assert_eq!(paid.subject.as_deref(), Some("甜甜圈 1+1 & 50%"));
    assert_eq!(paid.passback_params.as_deref(), Some("a%3D1%26b%3D2"));
    assert_eq!((paid.buyer_pay_amount, paid.receipt_amount), (Some(Amount::yuan(80)), Some(Amount::fen(8880))));
    assert_eq!(paid.gmt_payment.map(|time| time.to_string()).as_deref(), Some("2026-11-23 08:00:02"));
    let bills: Vec<_> = paid.fund_bill_list.iter().map(|bill| bill.amount).collect();
    assert_eq!(bills, [Some(Amount::yuan(80)), Some(Amount::fen(880))]);
    assert_eq!(paid.voucher_detail_list[0].voucher_id.as_deref(), Some("2016101200073002586200003BQ4"));
    let unknown: Vec<_> = notice.unknown().map(|(name, _)| name).collect();
    assert_eq!(unknown, ["charset", "new_field", "version"]);
    assert!(!format!("{:?} {notice:?}", notice.unchecked()).contains("159****5620"));

    let other = notice.expect(&Expected::new("20261123-1", Amount::fen(1))).expect_err("another amount");
    assert_eq!(other.field(), "total_amount");
}

/// A round trip.
#[tokio::test]
async fn a_trade_says_what_happened_to_it() {
    let refund =
        |status| vec![("trade_status", status), ("refund_fee", "8.80"), ("gmt_refund", "2026-11-24 08:00:00.320")];
    for (more, event) in [
        (vec![], TradeEvent::Paid),
        (vec![("refund_fee", "0.00")], TradeEvent::Paid),
        (refund("TRADE_SUCCESS"), TradeEvent::Refunded),
        (refund("TRADE_CLOSED"), TradeEvent::Refunded),
        (vec![("trade_status", "TRADE_CLOSED"), ("gmt_payment", "")], TradeEvent::Closed),
        (vec![("trade_status", "TRADE_FINISHED")], TradeEvent::Finished),
        (vec![("trade_status", "WAIT_BUYER_PAY"), ("gmt_payment", "")], TradeEvent::Other),
        (vec![("trade_status", "TRADE_INVENTED")], TradeEvent::Other),
        (vec![("credit_pay_mode", "creditAdvanceV2")], TradeEvent::Other),
    ] {
        let notice = receive_trade(&more).await.expect("a notification");
        assert_eq!(notice.unchecked().event(), event, "{more:?}");
    }
}

#[tokio::test]
async fn what_is_no_payment_is_not_read_as_one() {
    for missing in ["trade_no", "out_trade_no", "trade_status", "total_amount", "notify_id"] {
        let error = receive_trade(&vec![(missing, "")]).await.expect_err("no payment");
        assert_eq!(error.refusal(), Some(Refusal::Unfit));
        assert_eq!(error.unreadable().expect("paths").to_string(), format!("{missing}: missing"));
    }
    let body = posted(&returned());
    assert!(client().receive::<TradeNotification>(body.as_bytes(), None).await.is_err());
}

fn returned() -> Pairs<'static> {
    vec![
        ("app_id", "2021000000000001"),
        ("auth_app_id", "2021000000000001"),
        ("charset", "utf-8"),
        ("method", "alipay.trade.page.pay.return"),
        ("out_trade_no", "20261123-1"),
        ("seller_id", "2088102147948060"),
        ("timestamp", "2026-11-23 08:00:03"),
        ("total_amount", "88.80"),
        ("trade_no", "2026112322001424330512345678"),
        ("version", "1.0"),
    ]
}

/// A round trip.
#[tokio::test]
async fn the_browser_brings_the_order_back() {
    let query = posted(&returned());
    let returned = client().receive::<TradeReturn>(query.as_bytes(), None).await.expect("the parameters");
    let value = returned.expect(&Expected::new("20261123-1", Amount::fen(8880))).expect("the order");
    assert_eq!(value.trade_no.as_deref(), Some("2026112322001424330512345678"));
    let altered = query.replace("88.80", "0.01");
    assert!(client().receive::<TradeReturn>(altered.as_bytes(), None).await.is_err());
}

/// A round trip.
#[tokio::test]
async fn an_agreement_is_read() {
    let body = posted(&vec![
        ("agreement_no", "20265919764488921116"),
        ("alipay_logon_id", "180******90"),
        ("alipay_user_id", "2088102122524333"),
        ("app_id", "2021000000000001"),
        ("external_agreement_no", "member-7"),
        ("invalid_time", "2115-02-01 00:00:00"),
        ("notify_id", "2026112300222145339047211459580461"),
        ("notify_type", "dut_user_sign"),
        ("personal_product_code", "CYCLE_PAY_AUTH_P"),
        ("sign_scene", "INDUSTRY|SOCIALIZATION"),
        ("sign_time", "2026-11-23 08:00:00"),
        ("status", "NORMAL"),
        ("valid_time", "2026-11-23 08:00:00"),
    ]);
    let notice = client().receive::<AgreementNotification>(body.as_bytes(), None).await.expect("a notification");
    let signed = notice.expect(&Expected::text("external_agreement_no", "member-7")).expect("the agreement");
    assert_eq!((&signed.notify_type, &signed.status), (&AgreementNotifyType::Signed, &Some(AgreementStatus::Normal)));
    assert_eq!(signed.agreement_no, "20265919764488921116");
}

/// A round trip.
#[tokio::test]
async fn an_authorisation_is_read() {
    for (notify_type, expected) in [
        ("fund_auth_freeze", AuthorizationNotifyType::Frozen),
        ("fund_auth_unfreeze", AuthorizationNotifyType::Unfrozen),
        ("fund_auth_freeze.closed", AuthorizationNotifyType::Closed),
    ] {
        let body = posted(&vec![
            ("amount", "200.00"),
            ("app_id", "2021000000000001"),
            ("auth_no", "2026112310002001550000014417"),
            ("gmt_trans", "2026-11-23 08:00:00"),
            ("notify_id", "ae9dc7b44e2923a8cba50681c832803g02"),
            ("notify_type", notify_type),
            ("operation_id", "20261123025153970002"),
            ("operation_type", "FREEZE"),
            ("out_order_no", "deposit-7"),
            ("out_request_no", "deposit-7-1"),
            ("payer_user_id", "2088102122524333"),
            ("rest_amount", "200.00"),
            ("status", "SUCCESS"),
            ("total_freeze_amount", "200.00"),
        ]);
        let notice =
            client().receive::<AuthorizationNotification>(body.as_bytes(), None).await.expect("a notification");
        let deposit = Expected::text("out_order_no", "deposit-7").and_amount("amount", Amount::yuan(200));
        let notice = notice.expect(&deposit).expect("the deposit");
        assert_eq!((&notice.notify_type, &notice.status), (&expected, &Some(OperationStatus::Success)));
    }
}

/// They are other people's data and not part of this project: a file of them, if the environment names one.
#[tokio::test]
async fn notifications_that_alipay_really_posted_are_read() {
    let Ok(path) = std::env::var("ALIPAY_SIGNED_VECTORS") else {
        println!("skipped: ALIPAY_SIGNED_VECTORS does not name a file");
        return;
    };
    let vectors: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path).expect("the file")).expect("the file is JSON");
    let (mut trades, mut returns) = (0, 0);
    for case in vectors["signatures"].as_array().expect("signatures") {
        let Some(params) = case["params"].as_object().filter(|_| case["hash"] == "SHA256") else { continue };
        let pairs: Vec<_> = params.iter().map(|(name, value)| (name, value.as_str().expect("texts"))).collect();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let app_id = params["app_id"].as_str().expect("an application");
        let key = case["public_key_pem"].as_str().expect("a key");
        let client = Client::builder(app_id).private_key(KEY).alipay_public_key(key).build().expect("a client");
        let is_good = case["expect"] == true;
        let text = |name: &str| params[name].as_str().expect("a text");
        if params.contains_key("trade_status") {
            let notice = client.receive::<TradeNotification>(body.as_bytes(), None).await;
            assert_eq!(notice.is_ok(), is_good, "{}: {notice:?}", case["id"]);
            if let Ok(notice) = notice {
                let amount = text("total_amount").parse().expect("an amount");
                let expected = Expected::new(text("out_trade_no"), amount).seller_id(text("seller_id"));
                assert_eq!(notice.expect(&expected).map(TradeNotification::event), Ok(TradeEvent::Paid));
                assert_eq!(notice.unchecked().fund_bill_list.len(), 1);
            }
            trades += 1;
        } else if params.get("method").is_some_and(|method| method == "alipay.trade.page.pay.return") {
            client.receive::<TradeReturn>(body.as_bytes(), None).await.expect("the parameters");
            returns += 1;
        } else {
            assert_eq!(client.notification(body.as_bytes(), None).await.is_ok(), is_good, "{}", case["id"]);
        }
    }
    assert!(trades > 0 && returns > 0);
}
