//! A gateway that reads requests and answers each with the same signed text.

use std::error::Error;
use std::io::{self, Write};

use alipay_core::key::PrivateKey;
use alipay_core::sign::KeySigner;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const ALIPAY_KEY: &str = include_str!("../../tests/data/test-keys/alipay_pkcs8.pem");
const NODE: &str = r#"{"code":"10000","msg":"Success","point_log_no":"2016041200032000000001132000"}"#;

/// Says its URL and answers until it is ended.
#[tokio::main(flavor = "current_thread")]
pub(crate) async fn serve() -> Result<(), Box<dyn Error>> {
    let sign = BASE64_STANDARD.encode(KeySigner::new(&PrivateKey::parse(ALIPAY_KEY)?)?.sign_now(NODE.as_bytes())?);
    let body = format!(r#"{{"koubei_marketing_tool_points_update_response":{NODE},"sign":"{sign}"}}"#);
    let length = body.len();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/html;charset=utf-8\r\ncontent-length: {length}\r\n\r\n");
    let answer: &'static [u8] = (head + &body).into_bytes().leak();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    writeln!(io::stdout(), "http://{}/gateway.do", listener.local_addr()?)?;
    loop {
        let (connection, _) = listener.accept().await?;
        connection.set_nodelay(true)?;
        tokio::spawn(answer_all(connection, answer));
    }
}

async fn answer_all(mut connection: TcpStream, answer: &[u8]) -> io::Result<()> {
    let mut received = Vec::with_capacity(8192);
    loop {
        while let Some(end) = whole_request(&received) {
            received.drain(..end);
            connection.write_all(answer).await?;
        }
        if connection.read_buf(&mut received).await? == 0 {
            return Ok(());
        }
    }
}

/// Where the first request ends, once it is there to its end.
fn whole_request(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let length = str::from_utf8(received.get(..head)?).ok()?.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let end = head + length.unwrap_or(0);
    (received.len() >= end).then_some(end)
}
