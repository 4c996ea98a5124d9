//! No key, token or field shows in what a run traces, nor in what its values and errors print.

use std::error::Error;
use std::fmt::{Debug, Write};
use std::time::Duration;

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_core::key::PrivateKey;
use alipay_core::parameters::Parameters;
use alipay_core::sign::{KeySigner, Signed};
use alipay_core::{Client, ErrorKind};
use alipay_sandbox::{Gateway, Reply, demo};
use http::StatusCode;
use serde_json::json;

use crate::notebook::Notebook;

const METHOD: &str = "koubei.marketing.tool.points.update";
/// Stands in everything that may not be printed.
const SECRET: &str = "hidden";

fn gateway(plain_http: bool) -> Gateway {
    let builder = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).demo_methods();
    let builder = if plain_http { builder.plain_http() } else { builder };
    // On threads of its own: what the gateway traces is its own affair.
    let threads = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let gateway = threads.block_on(builder.start()).unwrap();
    std::mem::forget(threads);
    gateway
}

fn request(trans_type: TransType) -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new("hidden-1", "hidden-2", "hidden-3")
        .trans_type(trans_type)
        .trans_amount("10")
        .memo("hidden-4")
}

/// `Display` and `Debug` of an error and of all its causes.
fn print_error(text: &mut String, error: &(dyn Error + 'static)) {
    for error in std::iter::successors(Some(error), |&error| error.source()) {
        write!(text, "\n{error} {error:?} {error:#?}").unwrap();
    }
}

fn print(text: &mut String, value: &impl Debug) {
    write!(text, "\n{value:?} {value:#?}").unwrap();
}

/// Makes calls of every outcome and gives all that they print.
async fn run(gateway: &Gateway) -> String {
    let mut text = String::new();
    let builder = gateway.demo_client().notify_url("https://hidden.example.com/").app_auth_token("hidden-5");
    print(&mut text, &builder);
    let client: Client = builder.build().unwrap();
    print(&mut text, &client);

    let fields = json!({ "point_log_no": "hidden-6", "other": "hidden-7" });
    let success = || Reply::success(fields.clone());
    let unsigned = Reply::error("40002", "hidden-8", "isv.invalid-app-id", "hidden-9").unsigned();
    for (trans_type, reply, expected) in [
        (TransType::Deposit, success(), None),
        (TransType::Unknown("hidden-10".into()), success(), Some(ErrorKind::Validation)),
        (TransType::Deposit, Reply::business_error("BIZ_ERROR", "hidden-11"), Some(ErrorKind::Business)),
        (TransType::Deposit, Reply::error("40004", "hidden-12", "hidden 13", "hidden-14"), Some(ErrorKind::Business)),
        (TransType::Deposit, unsigned, Some(ErrorKind::Gateway)),
        (TransType::Deposit, success().unsigned(), Some(ErrorKind::Signature)),
        (TransType::Deposit, success().wrongly_signed(), Some(ErrorKind::Signature)),
        (TransType::Deposit, Reply::success(json!({ "point_log_no": ["hidden-15"] })), Some(ErrorKind::Decode)),
        (TransType::Deposit, Reply::raw(StatusCode::OK, "text/html", "<p>hidden-16"), Some(ErrorKind::Decode)),
        (TransType::Deposit, Reply::raw(StatusCode::BAD_GATEWAY, "text/html", "hidden-17"), Some(ErrorKind::Transport)),
        (TransType::Deposit, success().truncated(), Some(ErrorKind::Transport)),
        (TransType::Deposit, Reply::disconnect(), Some(ErrorKind::Transport)),
        (TransType::Deposit, Reply::silence(), Some(ErrorKind::Timeout)),
    ] {
        if expected != Some(ErrorKind::Validation) {
            gateway.once(METHOD, reply);
        }
        let timeout = if expected == Some(ErrorKind::Timeout) { 100 } else { 10_000 };
        let request = request(trans_type);
        let call = request
            .call(&client)
            .auth_token("hidden-18")
            .parameter("free", "hidden-19")
            .return_url("https://hidden.example.com/")
            .timeout(Duration::from_millis(timeout));
        print(&mut text, &request);
        print(&mut text, &call);
        let outcome = call.await;
        assert_eq!(outcome.as_ref().err().map(alipay_core::Error::kind), expected);
        match &outcome {
            Ok(answer) => print(&mut text, answer),
            Err(error) => {
                print_error(&mut text, error);
                error.business().into_iter().chain(error.gateway()).for_each(|error| print(&mut text, error));
                error.transport().into_iter().for_each(|error| print_error(&mut text, error));
                error.violations().into_iter().for_each(|violations| print_error(&mut text, violations));
            }
        }
    }

    gateway.once("a.b", Reply::success(json!({ "a": "hidden-20" })));
    let call = client.call_json("a.b", json!({ "a": "hidden-21" }));
    print(&mut text, &call);
    let answer = call.await.unwrap();
    print(&mut text, &answer);
    print(&mut text, &answer.into_inner());
    text
}

#[test]
fn no_secret_is_traced_or_printed_over_http_1_and_2() {
    for plain_http in [false, true] {
        let gateway = gateway(plain_http);
        let notebook = Notebook::default();
        let thread = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        // While there is only one subscriber, `tracing` asks the thread that meets a span first whether
        // anybody listens, and believes it for all threads.
        let _another = tracing::Dispatch::new(Notebook::default());
        let printed = tracing::subscriber::with_default(notebook.clone(), || thread.block_on(run(&gateway)));
        let traced = notebook.text();

        // The notebook works, and the libraries below write into it too.
        let below = if plain_http { "[hyper_util::" } else { "[h2::" };
        for expected in ["[alipay_core", METHOD, demo::APP_ID, "isv.invalid-app-id", "BIZ_ERROR", below] {
            assert!(traced.contains(expected), "{expected}");
        }
        let signs = gateway.calls().into_iter().filter_map(|call| call.parameter("sign").map(str::to_owned));
        let key = demo::PRIVATE_KEY.lines().nth(5).unwrap().to_owned();
        for secret in signs.chain([key, SECRET.to_owned()]) {
            for (what, text) in [("traced", &traced), ("printed", &printed)] {
                let place = text.find(&secret).map(|at| text[..at].rsplit('\n').next().unwrap());
                assert_eq!(place, None, "{secret} was {what}");
            }
        }
    }
}

#[test]
fn keys_texts_and_parameters_are_not_printed() {
    let mut text = String::new();
    let key = PrivateKey::parse(demo::PRIVATE_KEY).unwrap();
    print(&mut text, &key);
    print(&mut text, key.public_key());
    print(&mut text, &KeySigner::new(&key).unwrap());
    print(&mut text, &Signed::new(b"hidden", b"hidden"));
    let mut parameters = Parameters::new();
    parameters.add("auth_token", "hidden");
    print(&mut text, &parameters);
    assert!(text.contains("auth_token") && text.contains("2048"));
    assert!(!text.contains(SECRET) && !text.contains(&format!("{:?}", SECRET.as_bytes())), "{text}");

    for wrong in ["hidden", "-----BEGIN PRIVATE KEY-----\nhidden\n-----END PRIVATE KEY-----", &demo::PRIVATE_KEY[..900]]
    {
        let error = Client::builder(demo::APP_ID).private_key(wrong).alipay_public_key(wrong).build().unwrap_err();
        let mut text = String::new();
        print_error(&mut text, &error);
        assert!(!text.contains(SECRET) && !text.contains(&demo::PRIVATE_KEY[100..140]), "{text}");
    }
}
