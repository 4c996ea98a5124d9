//! What a call leaves in the trace.

use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Dispatch, Event, Metadata, Subscriber};

use super::certificates::Platform;
use super::*;

/// Writes down every field of every span and event.
#[derive(Clone, Default)]
struct Notebook(Arc<Mutex<Vec<(String, String)>>>);

/// A second subscriber, which hears nothing. While there is only one, `tracing` asks the thread that meets
/// a span first whether anybody listens, and believes it for all threads.
static ANOTHER: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(Notebook::default()));

impl Notebook {
    /// Notes what this thread traces.
    fn listen(&self) -> DefaultGuard {
        LazyLock::force(&ANOTHER);
        tracing::subscriber::set_default(self.clone())
    }
}

struct Pen<'a>(&'a Notebook);

impl Visit for Pen<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.0.lock().unwrap().push((field.name().to_owned(), format!("{value:?}")));
    }
}

impl Subscriber for Notebook {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("alipay_core")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Pen(self));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Pen(self));
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Pen(self));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Makes one call with secrets everywhere, and gives what was noted.
async fn noted(answer: String) -> Vec<(String, String)> {
    let notebook = Notebook::default();
    let _guard = notebook.listen();
    let client = client(&Scripted::answering(answer));
    let request = PointsUpdate { shop_id: None, memo: Some("hidden-memo".into()), ..PointsUpdate::sample() };
    let call = client.call(&request).app_auth_token("hidden-token").auth_token("hidden-token");
    let _ = call.parameter("free", "hidden-value").notify_url("https://hidden.example.com").await;
    notebook.0.lock().unwrap().clone()
}

fn value<'n>(notes: &'n [(String, String)], name: &str) -> Option<&'n str> {
    notes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[tokio::test]
async fn a_call_is_traced_with_its_facts_and_without_its_content() {
    let node = r#"{"code":"10000","msg":"hidden","result_status":"hidden","point_amount":"10"}"#;
    let notes = noted(signed(KEY, node)).await;
    assert_eq!(value(&notes, "method"), Some("koubei.marketing.tool.points.update"));
    assert_eq!(value(&notes, "app_id"), Some(APP_ID));
    assert_eq!(value(&notes, "trace_id"), Some(TRACE_ID));
    assert_eq!(value(&notes, "code"), Some("10000"));
    assert_eq!(value(&notes, "error"), None);
    for timing in ["sign_us", "wait_us", "verify_us", "read_us"] {
        assert!(value(&notes, timing).unwrap().parse::<u64>().is_ok(), "{timing}");
    }
    assert!(value(&notes, "sign_us").unwrap().parse::<u64>().unwrap() > 10, "no computer signs as fast");
    // `shop_id` is advised for a deposit.
    assert_eq!(value(&notes, "path"), Some("shop_id"));
    assert_eq!(value(&notes, "rule"), Some("required_if"));
    assert!(!format!("{notes:?}").contains("hidden"), "{notes:?}");
}

#[tokio::test]
async fn a_failure_is_traced_by_its_kind_and_codes() {
    let node = r#"{"code":"40004","msg":"hidden","sub_code":"POINT_NOT_ENOUGH","sub_msg":"hidden"}"#;
    let notes = noted(signed(KEY, node)).await;
    assert_eq!(value(&notes, "code"), Some("40004"));
    assert_eq!(value(&notes, "sub_code"), Some("POINT_NOT_ENOUGH"));
    assert_eq!(value(&notes, "error"), Some("business"));
    assert!(!format!("{notes:?}").contains("hidden"), "{notes:?}");

    let notes = noted(signed(KEY, r#"{"code":"10000","point_amount":"hidden"}"#)).await;
    assert_eq!(value(&notes, "error"), Some("decode"));
    assert!(!format!("{notes:?}").contains("hidden"), "{notes:?}");
}

#[test]
fn certificates_that_expire_are_warned_of() {
    let warnings = |now: &str| {
        let notebook = Notebook::default();
        let _guard = notebook.listen();
        let path = |file: &str| format!("{}/../tests/data/test-keys/{file}", env!("CARGO_MANIFEST_DIR"));
        let now = now.parse().unwrap();
        let builder = Client::builder(APP_ID).private_key(APP_KEY).clock(move || now);
        let builder = builder.app_certificate_path(path("app.crt")).alipay_certificate_path(path("alipay_chain.crt"));
        builder.alipay_root_certificates_path(path("root_bundle.crt")).build().unwrap();
        let notes = notebook.0.lock().unwrap();
        let messages = notes.iter().filter(|(name, _)| name == "message").map(|(_, message)| message.clone());
        messages.collect::<Vec<_>>()
    };
    assert_eq!(warnings("2026-12-01 00:00:00"), [""; 0]);
    assert_eq!(warnings("2126-09-29 00:00:00"), [""; 0]);
    assert_eq!(warnings("2126-10-01 00:00:00"), ["a certificate expires soon"; 7]);
    assert_eq!(warnings("2126-11-01 00:00:00"), ["a certificate has expired"; 7]);
    assert_eq!(warnings("2026-11-01 00:00:00"), ["a certificate is not valid yet"; 7]);
    assert_eq!(warnings("9999-12-31 23:59:59"), ["a certificate has expired"; 7]);
}

#[test]
fn a_certificate_is_warned_of_on_the_second() {
    let platform = Platform::new();
    let warnings = |now: &'static str, text: &str| {
        let notebook = Notebook::default();
        let _guard = notebook.listen();
        platform.builder().clock(move || now.parse().unwrap()).build().unwrap();
        let notes = notebook.0.lock().unwrap();
        notes.iter().filter(|(name, message)| name == "message" && message.contains(text)).count()
    };
    // Four were made to be valid in 2026. Those of the files began in its last weeks, and four of them are used.
    for (now, text, times) in [
        ("2026-01-01 07:59:59", "is not valid yet", 8),
        ("2026-01-01 08:00:00", "is not valid yet", 4),
        ("2026-12-02 08:00:00", "expires soon", 0),
        ("2026-12-02 08:00:01", "expires soon", 4),
        ("2027-01-01 08:00:00", "has expired", 0),
        ("2027-01-01 08:00:01", "has expired", 4),
    ] {
        assert_eq!(warnings(now, text), times, "{now}");
    }
    let client = platform.client(Scripted::answering(""));
    let roles: Vec<_> = client.certificates().iter().map(|used| used.role.to_string()).collect();
    let own = ["the application's certificate", "Alipay's certificate", "the certificate of Alipay's authority"];
    assert_eq!(roles[..3], own);
    assert_eq!(roles[3..], ["Alipay's root certificate"; 5]);
}

#[cfg(feature = "download")]
#[tokio::test]
async fn a_download_is_traced_without_its_link() {
    let notebook = Notebook::default();
    let _guard = notebook.listen();
    let client =
        client(&Scripted::new(|| Ok(http::Response::builder().status(404).body(AnswerBody::from("")).unwrap())));
    let path = std::env::temp_dir().join(format!("hidden-bill-{}", std::process::id()));
    let _ = client.download("https://dwbillcenter.alipay.com/hidden?token=hidden-token", path).await;
    let notes = notebook.0.lock().unwrap().clone();
    assert_eq!(value(&notes, "app_id"), Some(APP_ID));
    assert_eq!(value(&notes, "error"), Some("download"));
    assert!(!format!("{notes:?}").contains("hidden"), "{notes:?}");
}
