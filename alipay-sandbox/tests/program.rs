//! The program: what it prints is enough to call it, and it ends when asked to.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use alipay_core::{Client, blocking};
use alipay_sandbox::demo;
use serde_json::json;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alipay-sandbox"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Ends the program also when a test fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the program and reads what it prints.
fn start(arguments: &[&str]) -> (Running, String) {
    let mut running = Running(program(arguments).spawn().unwrap());
    let output = BufReader::new(running.0.stdout.take().unwrap());
    let mut printed = String::new();
    for line in output.lines() {
        let line = line.unwrap();
        printed.push_str(&line);
        printed.push('\n');
        if line.contains("Ctrl-C") || line.starts_with('{') {
            break;
        }
    }
    (running, printed)
}

#[test]
fn help_and_mistakes() {
    let help = program(&["--help"]).output().unwrap();
    assert!(help.status.success() && String::from_utf8(help.stdout).unwrap().contains("--plain-http"));
    let mistake = program(&["--prot"]).output().unwrap();
    assert!(!mistake.status.success() && mistake.stdout.is_empty());
    assert!(String::from_utf8(mistake.stderr).unwrap().contains("--prot"));
}

#[test]
fn everything_that_a_client_needs_is_printed() {
    let (_running, printed) = start(&[]);
    assert!(printed.starts_with("gateway: https://127.0.0.1:"));
    for part in [demo::APP_ID, demo::PRIVATE_KEY, "-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----"] {
        assert!(printed.contains(part), "{part}");
    }
    let (_running, printed) = start(&["--plain-http"]);
    assert!(printed.starts_with("gateway: http://127.0.0.1:") && !printed.contains("certificate to trust"));
}

#[test]
fn files_are_written_where_asked() {
    let folder = std::env::temp_dir().join(format!("alipay-sandbox-{}", std::process::id()));
    let (_running, printed) = start(&["--write", folder.to_str().unwrap()]);
    let key = std::fs::read_to_string(folder.join("application-private-key.pem")).unwrap();
    let certificate = std::fs::read_to_string(folder.join("root-certificate.pem")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(key, demo::PRIVATE_KEY);
    assert!(certificate.starts_with("-----BEGIN CERTIFICATE-----"));
    assert!(!printed.contains("-----BEGIN") && printed.contains("root-certificate.pem"));
}

#[test]
fn a_port_that_is_taken_is_told_with_its_cause() {
    let (_running, printed) = start(&["--plain-http"]);
    let port = printed.split([':', '/']).nth(5).unwrap();
    let second = program(&["--port", port]).output().unwrap();
    let message = String::from_utf8(second.stderr).unwrap();
    assert!(!second.status.success() && message.contains(port) && message.contains("in use"), "{message}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_in_good_order() {
    let (mut running, _) = start(&[]);
    let sent = Command::new("kill").args(["-INT", &running.0.id().to_string()]).status().unwrap();
    assert!(sent.success());
    assert!(running.0.wait().unwrap().success());
    let mut errors = String::new();
    running.0.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!(errors, "");
}

#[test]
fn the_same_is_printed_as_json() {
    let (_running, printed) = start(&["--json"]);
    let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
    for (name, expected) in [
        ("app_id", demo::APP_ID),
        ("certificate_app_id", demo::CERTIFICATE_APP_ID),
        ("content_key", demo::CONTENT_KEY),
        ("application_private_key", demo::PRIVATE_KEY),
        ("application_certificate", demo::CERTIFICATE),
        ("alipay_certificate", demo::ALIPAY_CERTIFICATE),
        ("alipay_root_certificates", demo::ROOT_CERTIFICATES),
    ] {
        assert_eq!(json[name], expected, "{name}");
    }
    assert!(json["gateway"].as_str().unwrap().starts_with("https://127.0.0.1:"));
    assert!(json["root_certificate"].as_str().unwrap().starts_with("-----BEGIN CERTIFICATE-----"));
    assert!(json["alipay_public_key"].as_str().unwrap().starts_with("-----BEGIN PUBLIC KEY-----"));
}

#[test]
fn buyers_transfers_and_the_balance_are_scripted_on_the_command_line() {
    let script = ["--buyer", "pays", "--buyer", "no-=never-pays", "--transfer", "succeeds", "--balance", "0"];
    let (_running, printed) = start(&[&["--plain-http", "--json"], script.as_slice()].concat());
    let material: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let text = |name: &str| material[name].as_str().unwrap();
    let client = Client::builder(text("app_id"))
        .private_key(text("application_private_key"))
        .alipay_public_key(text("alipay_public_key"))
        .gateway_url(text("gateway"))
        .build()
        .unwrap();
    let client = blocking::Client::new(client).unwrap();
    for (number, status) in [("1", "TRADE_SUCCESS"), ("no-1", "WAIT_BUYER_PAY")] {
        let order = json!({ "out_trade_no": number, "subject": "x", "total_amount": "0.07" });
        client.wait(client.call_json("alipay.trade.precreate", order)).unwrap();
        let query = json!({ "out_trade_no": number });
        let trade = client.wait(client.call_json("alipay.trade.query", query)).unwrap();
        assert!(trade.body().contains(status), "{number}");
    }
    let account = client.wait(client.call_json("alipay.fund.account.query", json!({ "account_type": "x" }))).unwrap();
    assert!(account.body().contains(r#""available_amount":"0.07""#), "what was paid");
    if cfg!(feature = "catalogue") {
        let user = client.wait(client.call_json("alipay.user.info.share", json!({})));
        assert!(user.is_ok(), "declared, and no more");
    }
}
