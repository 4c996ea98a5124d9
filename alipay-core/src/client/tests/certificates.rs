//! Certificate mode: what is sent, which answers are believed, and how an unknown certificate is had.

use std::error::Error as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Notify;

use super::*;
use crate::certificate::testing::{Authority, bundle, serial};
use crate::client::CertificateRole;
use crate::error::{Error, ErrorKind};
use crate::sample::PointsUpdated;

pub(super) const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10.00"}"#;
pub(super) const DOWNLOAD_KEY: &str = "alipay_open_app_alipaycert_download_response";

/// The authorities of a made-up platform, and what they issued.
pub(super) struct Platform {
    pub(super) root: Authority,
    pub(super) class_1: Authority,
    pub(super) class_2: Authority,
    pub(super) app: String,
    pub(super) alipay: String,
    /// Alipay's next certificate, with another key.
    pub(super) next: String,
}

impl Platform {
    pub(super) fn new() -> Self {
        let root = Authority::root("Root");
        let (class_1, class_2) = (root.below("Class 1"), root.below("Class 2"));
        let app = class_1.leaf("2088-2021000000000001", APP_KEY);
        let alipay = class_2.leaf("Alipay-2088", ALIPAY_KEY);
        let next = class_2.leaf("Alipay-2088", NEXT_KEY);
        Self { root, class_1, class_2, app, alipay, next }
    }

    pub(super) fn builder(&self) -> ClientBuilder {
        Client::builder(APP_ID)
            .private_key(APP_KEY)
            .app_certificate(&self.app)
            .alipay_certificate([self.alipay.as_str(), &self.class_2.pem].concat())
            .alipay_root_certificates([&self.root.pem, ROOTS].concat())
            .clock(|| "2026-11-23 08:00:00".parse().unwrap())
    }

    pub(super) fn client(&self, transport: Arc<dyn Transport>) -> Client {
        self.builder().transport(transport).build().unwrap()
    }

    /// The chain that the gateway sends for a leaf.
    pub(super) fn chain(&self, leaf: &str) -> String {
        [leaf, &self.class_2.pem].concat()
    }
}

/// A second pair of keys of Alipay. (It is the application's, which is nobody's business here.)
pub(super) const NEXT_KEY: &str = APP_KEY;
pub(super) const ROOTS: &str = include_str!("../../../../tests/data/test-keys/root_bundle.crt");

pub(super) fn sn(pem: &str) -> String {
    bundle(pem).first().sn().to_owned()
}

/// A whole answer, signed with a key, naming a certificate or none.
pub(super) fn answer(key: &str, node: &str, private_key: &str, sn: Option<&str>) -> String {
    let sign = sign_with(private_key, node);
    let sn = sn.map(|sn| format!(r#","alipay_cert_sn":"{sn}""#)).unwrap_or_default();
    format!(r#"{{"{key}":{node},"sign":"{sign}"{sn}}}"#)
}

pub(super) fn download_node(chain: &str) -> String {
    let content = BASE64_STANDARD.encode(chain);
    format!(r#"{{"code":"10000","msg":"Success","alipay_cert_content":"{content}"}}"#)
}

/// A gateway that answers calls with one text and downloads with another, as slowly as a test wants.
pub(super) struct Gateway {
    answer: String,
    download: Mutex<String>,
    calls: AtomicUsize,
    downloads: AtomicUsize,
    asked_for: Mutex<Vec<String>>,
    /// Query and body of the latest download.
    asked_with: Mutex<Option<String>>,
    gate: Option<Notify>,
    called: Notify,
}

impl Gateway {
    pub(super) fn new(answer: String, download: String) -> Arc<Self> {
        Arc::new(Self::plain(answer, download))
    }

    /// Downloads wait until [`Gateway::open`].
    pub(super) fn slow(answer: String, download: String) -> Arc<Self> {
        Arc::new(Self { gate: Some(Notify::new()), ..Self::plain(answer, download) })
    }

    fn plain(answer: String, download: String) -> Self {
        Self {
            answer,
            download: Mutex::new(download),
            calls: AtomicUsize::new(0),
            downloads: AtomicUsize::new(0),
            asked_for: Mutex::default(),
            asked_with: Mutex::default(),
            gate: None,
            called: Notify::new(),
        }
    }

    pub(super) fn open(&self) {
        self.gate.as_ref().unwrap().notify_one();
    }

    pub(super) fn answer_downloads(&self, download: String) {
        *self.download.lock().unwrap() = download;
    }

    pub(super) fn downloads(&self) -> usize {
        self.downloads.load(Ordering::SeqCst)
    }
}

impl Transport for Gateway {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            let request = request.map(RequestBody::into_bytes);
            let is_download = request.uri().query().unwrap().contains("alipaycert.download");
            let body = if is_download {
                self.downloads.fetch_add(1, Ordering::SeqCst);
                let query = request.uri().query().unwrap().to_owned();
                let body = String::from_utf8(request.into_body().to_vec()).unwrap();
                *self.asked_with.lock().unwrap() = Some(format!("{query}&{body}"));
                let (_, content) = form_urlencoded::parse(body.as_bytes()).into_owned().next().unwrap();
                self.asked_for.lock().unwrap().push(content);
                if let Some(gate) = &self.gate {
                    gate.notified().await;
                }
                self.download.lock().unwrap().clone()
            } else {
                self.calls.fetch_add(1, Ordering::SeqCst);
                self.called.notify_one();
                self.answer.clone()
            };
            Ok(http::Response::new(AnswerBody::from(body)))
        })
    }
}

pub(super) async fn call(client: &Client) -> Result<crate::Answer<PointsUpdated>, Error> {
    client.call(&PointsUpdate::sample()).await
}

/// All of what an error says, its causes too.
pub(super) fn whole(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}; {cause}");
        source = cause.source();
    }
    text
}

#[tokio::test]
async fn every_request_names_the_certificates_as_java_does() {
    let key = |file: &str| format!("{}/../tests/data/test-keys/{file}", env!("CARGO_MANIFEST_DIR"));
    let sn = "fcc8a0c65b379f0987935a7dfcf80edf";
    let transport = Scripted::answering(answer(KEY, NODE, ALIPAY_KEY, Some(sn)));
    let client = Client::builder(APP_ID)
        .private_key(APP_KEY)
        .app_certificate_path(key("app.crt"))
        .alipay_certificate_path(key("alipay_chain.crt"))
        .alipay_root_certificates_path(key("root_bundle.crt"))
        .transport(transport.clone())
        .build()
        .unwrap();
    call(&client).await.unwrap();
    let (query, _) = transport.only_request();
    let value = |name: &str| query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!(value("app_cert_sn"), Some("754736ff65d5c969ec2174fcca4e805b"));
    assert_eq!(value("alipay_root_cert_sn"), Some("15a65309004d71f3dcdf13d5ce308a4d_ae3cb59e22c2803b8622f8f279640fb0"));
    let used: Vec<_> = client.certificates().iter().map(|used| (used.role, used.certificate.sn().to_owned())).collect();
    assert_eq!(used.len(), 7);
    assert_eq!(used[0], (CertificateRole::Application, "754736ff65d5c969ec2174fcca4e805b".to_owned()));
    assert_eq!(used[1], (CertificateRole::Alipay, sn.to_owned()));
    assert_eq!(used[2].0, CertificateRole::AlipayAuthority);
    assert_eq!(used[6].0, CertificateRole::AlipayRoot);
}

#[tokio::test]
async fn an_answer_is_checked_with_the_certificate_that_it_names_or_the_configured_one() {
    let platform = Platform::new();
    let own = sn(&platform.alipay);
    for (private_key, sn, is_good) in [
        (ALIPAY_KEY, Some(own.as_str()), true),
        (ALIPAY_KEY, None, true),
        (NEXT_KEY, Some(own.as_str()), false),
        (NEXT_KEY, None, false),
    ] {
        let gateway = Gateway::new(answer(KEY, NODE, private_key, sn), String::new());
        let outcome = call(&platform.client(gateway.clone())).await;
        assert_eq!(
            outcome.map(drop).map_err(|error| error.kind()),
            if is_good { Ok(()) } else { Err(ErrorKind::Signature) }
        );
        assert_eq!(gateway.downloads(), 0);
    }
}

#[tokio::test]
async fn an_unknown_certificate_is_downloaded_once_and_kept() {
    let platform = Platform::new();
    let (own, next) = (sn(&platform.alipay), sn(&platform.next));
    let node = download_node(&platform.chain(&platform.next));
    // The answer to the download may be signed with the old key or the new one.
    for (private_key, signed_by) in [(ALIPAY_KEY, Some(&own)), (ALIPAY_KEY, None), (NEXT_KEY, Some(&next))] {
        let download = answer(DOWNLOAD_KEY, &node, private_key, signed_by.map(String::as_str));
        let gateway = Gateway::new(answer(KEY, NODE, NEXT_KEY, Some(&next)), download);
        let client = platform.client(gateway.clone());
        for _ in 0..3 {
            call(&client).await.unwrap();
        }
        assert_eq!(gateway.downloads(), 1);
        assert_eq!(*gateway.asked_for.lock().unwrap(), [format!(r#"{{"alipay_cert_sn":"{next}"}}"#)]);
        let known: Vec<_> = client.certificates().iter().map(|used| used.certificate.sn().to_owned()).collect();
        assert!(known.contains(&own) && known.contains(&next), "{known:?}");
    }
}

#[tokio::test]
async fn calls_that_wait_for_one_certificate_share_one_download() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let download = answer(DOWNLOAD_KEY, &download_node(&platform.chain(&platform.next)), NEXT_KEY, Some(&next));
    let gateway = Gateway::slow(answer(KEY, NODE, NEXT_KEY, Some(&next)), download);
    let client = platform.client(gateway.clone());
    let start = || {
        let client = client.clone();
        tokio::spawn(async move { call(&client).await.map(drop) })
    };
    // The call that starts the download is given up before the certificate is there.
    let first = start();
    while gateway.downloads() == 0 {
        tokio::task::yield_now().await;
    }
    let others: Vec<_> = (0..20).map(|_| start()).collect();
    while gateway.calls.load(Ordering::SeqCst) < 21 {
        tokio::task::yield_now().await;
    }
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    gateway.open();
    for other in others {
        other.await.unwrap().unwrap();
    }
    assert_eq!(gateway.downloads(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_download_needs_no_turn_and_has_none_of_what_the_client_s_calls_have() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let download = answer(DOWNLOAD_KEY, &download_node(&platform.chain(&platform.next)), NEXT_KEY, Some(&next));
    let gateway = Gateway::new(answer(KEY, NODE, NEXT_KEY, Some(&next)), download);
    let builder = platform.builder().transport(gateway.clone()).max_in_flight(1).app_auth_token("202611BB");
    #[cfg(feature = "encryption")]
    let builder = builder.content_key(&BASE64_STANDARD.encode([7; 16])).encryption(crate::encryption::Encryption::Aes);
    // The call keeps its one turn until the certificate is there.
    call(&builder.build().unwrap()).await.unwrap();
    assert_eq!(*gateway.asked_for.lock().unwrap(), [format!(r#"{{"alipay_cert_sn":"{next}"}}"#)]);
    let request = gateway.asked_with.lock().unwrap().clone().unwrap();
    for absent in ["app_auth_token", "encrypt_type"] {
        assert!(!request.contains(absent), "{request}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_download_counts_within_the_time_of_its_call() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let gateway = Gateway::slow(answer(KEY, NODE, NEXT_KEY, Some(&next)), String::new());
    let client = platform.builder().transport(gateway.clone()).timeout(Duration::from_secs(7)).build().unwrap();
    let start = tokio::time::Instant::now();
    let error = call(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(start.elapsed().as_secs(), 7);
    assert_eq!(gateway.downloads(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_failed_download_is_tried_again_but_not_at_once() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let gateway = Gateway::new(answer(KEY, NODE, NEXT_KEY, Some(&next)), "busy".to_owned());
    let client = platform.client(gateway.clone());
    for _ in 0..10 {
        let error = call(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
        assert!(whole(&error).contains("not one JSON object"), "{}", whole(&error));
    }
    assert_eq!(gateway.downloads(), 1);
    let node = download_node(&platform.chain(&platform.next));
    gateway.answer_downloads(answer(DOWNLOAD_KEY, &node, NEXT_KEY, Some(&next)));
    tokio::time::advance(Duration::from_secs(5)).await;
    call(&client).await.unwrap();
    assert_eq!(gateway.downloads(), 2);
}

#[tokio::test]
async fn whatever_does_not_prove_the_certificate_fails_closed_and_says_why() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let elsewhere = Authority::root("Root");
    let foreign = elsewhere.below("Class 2");
    let (root, class_2) = (&platform.root, &platform.class_2);
    let same = |change: &dyn Fn(&mut rcgen::CertificateParams)| class_2.leaf_with("Alipay-2088", NEXT_KEY, change);
    let expired = same(&|params| params.not_after = rcgen::date_time_ymd(2026, 11, 1));
    let of_foreign = foreign.leaf("Alipay-2088", NEXT_KEY);
    let of_application = platform.class_1.leaf("2088-2021000000000002", NEXT_KEY);
    let good = platform.chain(&platform.next);
    let chain = |leaf: &str, authority: &str| [leaf, authority].concat();
    let node = |chain: &str| download_node(chain);
    let signed = |chain: &str, leaf: &str| answer(DOWNLOAD_KEY, &node(chain), NEXT_KEY, Some(&sn(leaf)));
    let own = |node: &str| answer(DOWNLOAD_KEY, node, ALIPAY_KEY, None);
    let crowd = chain(&platform.next, &class_2.pem.repeat(20));
    // What the answer names, what the download gives, and what is said.
    let table: [(&str, String, &str); 20] = [
        (&next, own(&node(&platform.next)), "neither in the same file nor among the root"),
        (&next, own(&node(&chain(&platform.next, &root.pem))), "neither in the same file nor among the root"),
        (&next, own(&node(&platform.chain(&platform.alipay))), "was asked for the certificate"),
        (&next, own(&node(&class_2.pem)), "was asked for the certificate"),
        (&next, own(&node(&crowd)), "more than 16 certificates"),
        (&next, own(&node(&good.repeat(100))), "is too large"),
        (&next, own(&node("not PEM!")), "neither PEM"),
        (&next, own(&node("")), "no certificate in it"),
        (&next, own(r#"{"code":"10000","alipay_cert_content":"***"}"#), "is not base64"),
        (&next, own(r#"{"code":"10000","msg":"Success"}"#), "does not fit the declared response"),
        (&next, own(r#"{"code":"40004","sub_code":"CERT_NOT_EXIST"}"#), "CERT_NOT_EXIST"),
        (&next, format!(r#"{{"{DOWNLOAD_KEY}":{{"code":"40004"}}}}"#), "refused, unsigned"),
        (&next, format!(r#"{{"{DOWNLOAD_KEY}":{}}}"#, node(&good)), "it has none"),
        (&next, answer(DOWNLOAD_KEY, &node(&good), NEXT_KEY, None), "not Alipay's over this text"),
        (&next, answer(DOWNLOAD_KEY, &node(&good), ALIPAY_KEY, Some(&next)), "not Alipay's over this text"),
        (&next, answer(DOWNLOAD_KEY, &node(&good), NEXT_KEY, Some(&"0".repeat(32))), "was asked for the certificate"),
        (&sn(&expired), signed(&platform.chain(&expired), &expired), "expired on 2026-11-01"),
        (&sn(&of_foreign), signed(&chain(&of_foreign, &foreign.pem), &of_foreign), "is not its issuer's"),
        (
            &sn(&of_application),
            signed(&chain(&of_application, &platform.class_1.pem), &of_application),
            "from the authority that issues the certificates of applications",
        ),
        (&sn(&class_2.pem), own(&node(&class_2.pem)), "is an authority's and not Alipay's own"),
    ];
    for (named, download, expected) in table {
        let gateway = Gateway::new(answer(KEY, NODE, NEXT_KEY, Some(named)), download);
        let client = platform.client(gateway.clone());
        let error = call(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature, "{expected}: {}", whole(&error));
        assert!(whole(&error).contains(expected), "{expected}: {}", whole(&error));
        assert_eq!((error.body_is_verified(), gateway.downloads()), (false, 1));
        assert!(client.certificates().iter().all(|used| used.certificate.sn() != next));
    }
}

#[tokio::test]
async fn what_is_no_number_of_a_certificate_is_not_asked_for() {
    let platform = Platform::new();
    let too_long = "0".repeat(33);
    for sn in ["", "1", &"A".repeat(32), &"g".repeat(32), &too_long, "../../../../../etc/passwd-------"] {
        let gateway = Gateway::new(answer(KEY, NODE, NEXT_KEY, Some(sn)), String::new());
        let error = call(&platform.client(gateway.clone())).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
        assert_eq!(gateway.downloads(), 0);
    }
}

#[tokio::test]
async fn unsigned_errors_stay_the_gateway_s_and_unsigned_successes_are_refused() {
    let platform = Platform::new();
    let refusal = format!(
        r#"{{"{KEY}":{{"code":"40002","sub_code":"isv.invalid-app-id"}},"alipay_cert_sn":"{}"}}"#,
        "0".repeat(32)
    );
    let gateway = Gateway::new(refusal, String::new());
    assert_eq!(call(&platform.client(gateway.clone())).await.unwrap_err().kind(), ErrorKind::Gateway);
    assert_eq!(gateway.downloads(), 0);
    let success = format!(r#"{{"{KEY}":{NODE},"alipay_cert_sn":"{}"}}"#, sn(&platform.alipay));
    let gateway = Gateway::new(success, String::new());
    assert_eq!(call(&platform.client(gateway)).await.unwrap_err().kind(), ErrorKind::Signature);
}

#[test]
fn a_number_never_changes_its_key() {
    use crate::certificate::CertificateVerifier;
    use crate::sign::SignType;

    let platform = Platform::new();
    let class_2 = &platform.class_2;
    let [one, other] = [ALIPAY_KEY, NEXT_KEY].map(|key| class_2.leaf_with("Alipay-2088", key, &serial(&[7; 16])));
    let sn = sn(&one);
    assert_eq!(sn, self::sn(&other));
    let verifier = CertificateVerifier::new(
        SignType::Rsa2,
        &bundle(&platform.chain(&platform.alipay)),
        &bundle(&platform.root.pem),
    )
    .unwrap();
    let now = "2026-11-23 08:00:00".parse().unwrap();
    let proven = |leaf: &str| verifier.prove(&bundle(&platform.chain(leaf)), &sn, now).unwrap();
    verifier.keep(proven(&one)).unwrap();
    verifier.keep(proven(&one)).unwrap();
    let error = verifier.keep(proven(&other)).unwrap_err();
    assert_eq!(error.to_string(), format!("the certificate {sn} is known with another key"));
    // The oldest is forgotten in the end, the configured one never.
    for number in 0..40 {
        let leaf = class_2.leaf_with("Alipay-2088", ALIPAY_KEY, &serial(&[number + 1, 1]));
        let proven = verifier.prove(&bundle(&platform.chain(&leaf)), &self::sn(&leaf), now).unwrap();
        verifier.keep(proven).unwrap();
    }
    assert_eq!(verifier.certificates().len(), 17);
    assert!(verifier.find(Some(&sn)).is_none());
    assert!(verifier.find(Some(&self::sn(&platform.alipay))).is_some());
}
