//! What a ledger holds against a request.

use super::*;
use crate::{Amount, ErrorKind, Record, Sent, alipay_api};

#[alipay_api(method = "alipay.trade.refund", response = Refunded, idempotent_by(out_request_no))]
struct Refund {
    amount: Amount,
    out_trade_no: Option<String>,
    out_request_no: Option<String>,
    reason: Option<String>,
}

#[derive(Record)]
struct Refunded {}

fn refund() -> Refund {
    Refund::new(Amount::fen(8880)).out_trade_no("7").out_request_no("7-1").reason("too large")
}

fn client_of(app_id: &str) -> Client {
    let file = |name: &str| {
        std::fs::read_to_string(format!("{}/../tests/data/test-keys/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    Client::builder(app_id)
        .private_key(&file("app_pkcs8.pem"))
        .alipay_public_key(&file("alipay_pub.pem"))
        .build()
        .unwrap()
}

/// Refuses to note anything.
struct Broken;

impl Ledger for Broken {
    fn note<'a>(&'a self, _: Entry<'a>) -> Noted<'a> {
        Box::pin(std::future::ready(Err("the disk is full".into())))
    }
}

/// Answers that this was noted.
struct Holds(&'static str);

impl Ledger for Holds {
    fn note<'a>(&'a self, _: Entry<'a>) -> Noted<'a> {
        Box::pin(std::future::ready(Ok(Some(self.0.to_owned()))))
    }
}

#[tokio::test]
async fn the_same_request_is_known_again_and_another_one_refused() {
    let (ledger, client) = (MemoryLedger::new(), client_of("2021000000000001"));
    assert_eq!(keep(&ledger, &client, &refund()).await.unwrap(), Kept::New);

    let as_before = [refund(), Refund { amount: "88.8".parse().unwrap(), ..refund() }];
    for same in as_before {
        assert_eq!(keep(&ledger.clone(), &client, &same).await.unwrap(), Kept::Before);
    }
    let changed = [
        Refund { amount: Amount::fen(8881), ..refund() },
        refund().out_trade_no("8"),
        refund().reason("too small"),
        Refund { reason: None, ..refund() },
    ];
    for other in changed {
        let error = keep(&ledger, &client, &other).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Ledger, Sent::No));
        assert_eq!(
            error.to_string(),
            "alipay.trade.refund: another request was made under this number: repeat that one, or take a new number",
        );
    }

    assert_eq!(keep(&ledger, &client, &refund().out_request_no("7-2")).await.unwrap(), Kept::New);
    let other_application = client_of("2021000000000002");
    assert_eq!(keep(&ledger, &other_application, &refund().out_trade_no("8")).await.unwrap(), Kept::New);
}

#[tokio::test]
async fn nothing_is_sent_that_is_not_noted() {
    let client = client_of("2021000000000001");
    let without_number = Refund { out_request_no: None, ..refund() };
    for (ledger, request, message) in [
        (&Broken as &dyn Ledger, refund(), "the ledger could not note the request"),
        (&Holds("[]"), refund(), "what the ledger holds under this number is not a request of this method"),
        (&Holds(""), refund(), "what the ledger holds under this number is not a request of this method"),
        (&MemoryLedger::new(), without_number, "the request has no number, by which"),
        (&MemoryLedger::new(), refund().out_request_no(""), "the request has no number, by which"),
    ] {
        let error = keep(ledger, &client, &request).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Ledger, Sent::No));
        assert!(error.to_string().contains(message), "{error}");
    }
    let error = keep(&Broken, &client, &refund()).await.unwrap_err();
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the disk is full");
}

#[test]
fn an_entry_is_printed_without_its_content() {
    let entry = Entry { app_id: "2021", method: "alipay.trade.refund", number: "7-1", content: "secret" };
    assert_eq!(format!("{entry:?}"), r#"Entry { method: "alipay.trade.refund", number: "7-1", .. }"#);
}
