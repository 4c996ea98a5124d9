//! Downloads from a server of this computer that does what a test says, and what is left on disk.

use std::error::Error as _;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::error::{Error, ErrorKind, Sent};
use crate::transport::Phase;
use crate::{Client, Download, DownloadError, Downloaded};

mod answers;
mod breaks;
mod disk;

const APP_KEY: &str = include_str!("../../../tests/data/test-keys/app_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pub.pem");

/// What must never be seen.
const TOKEN: &str = "hidden-token";

const SHA256_OF_ABCDEF: &str = "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";

fn client() -> Client {
    Client::builder("2021000000000001").private_key(APP_KEY).alipay_public_key(ALIPAY_PUBLIC_KEY).build().unwrap()
}

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNTER: AtomicU32 = AtomicU32::new(0);
        let name = format!("alipay-download-{}-{}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn bill(&self) -> PathBuf {
        self.0.join("bill.zip")
    }

    /// Names and contents of all files.
    fn files(&self) -> Vec<(String, String)> {
        let files = fs::read_dir(&self.0).unwrap().map(Result::unwrap);
        let read = |file: fs::DirEntry| {
            (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap_or_default())
        };
        let mut files: Vec<_> = files.map(read).collect();
        files.sort_unstable();
        files
    }

    fn holds(&self, bill: &str) {
        assert_eq!(self.files(), [("bill.zip".to_owned(), bill.to_owned())]);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a server does with a connection when it has read the request.
#[derive(Clone)]
enum Turn {
    /// Writes this and closes.
    Close(String),
    /// Writes this and waits until the client closes.
    Stall(String),
}

use Turn::{Close, Stall};

/// A server that takes as many connections as it has turns.
struct Server {
    authority: String,
    requests: JoinHandle<Vec<String>>,
}

impl Server {
    async fn start(turns: impl IntoIterator<Item = Turn>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let turns: Vec<_> = turns.into_iter().collect();
        let requests = tokio::spawn(async move {
            let mut requests = Vec::new();
            for turn in turns {
                let (mut stream, _) = listener.accept().await.unwrap();
                requests.push(head(&mut stream).await);
                let (Close(answer) | Stall(answer)) = &turn;
                stream.write_all(answer.as_bytes()).await.unwrap();
                if let Stall(_) = turn {
                    while matches!(stream.read(&mut [0]).await, Ok(1..)) {}
                }
            }
            requests
        });
        Self { authority, requests }
    }

    fn link(&self) -> String {
        format!("http://{}/bill?token={TOKEN}", self.authority)
    }

    /// Downloads with the options that `with` sets.
    async fn download(
        &self,
        folder: &Folder,
        with: impl Fn(Download<'_>) -> Download<'_>,
    ) -> Result<Downloaded, Error> {
        let (client, link) = (client(), self.link());
        let download = client.download(&link, folder.bill()).also_from(&self.authority);
        let outcome = with(download).await;
        if let Err(error) = &outcome {
            assert_hidden(error);
        }
        outcome
    }

    /// The heads of the requests, once all turns are over.
    async fn requests(self) -> Vec<String> {
        self.requests.await.unwrap()
    }
}

async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        assert_eq!(stream.read(&mut byte).await.unwrap(), 1, "the request ended early");
        head.extend_from_slice(&byte);
    }
    String::from_utf8(head).unwrap().to_ascii_lowercase()
}

/// No text of an error, nor of what lies beneath it, holds the link's token.
fn assert_hidden(error: &Error) {
    assert_eq!(error.sent(), Sent::No);
    let mut texts = vec![error.to_string(), format!("{error:?}"), format!("{:?}", error.download())];
    let mut source = error.source();
    while let Some(error) = source {
        texts.extend([error.to_string(), format!("{error:?}")]);
        source = error.source();
    }
    assert!(!texts.iter().any(|text| text.contains(TOKEN) || text.contains("127.0.0.1/")), "{texts:?}");
}

/// A head with these lines, and a body.
fn answer(status: &str, lines: &[&str], body: &str) -> String {
    let lines: String = lines.iter().flat_map(|line| [*line, "\r\n"]).collect();
    format!("HTTP/1.1 {status}\r\n{lines}\r\n{body}")
}

fn whole(body: &str) -> String {
    answer("200 OK", &[&format!("content-length: {}", body.len())], body)
}
