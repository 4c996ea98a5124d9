//! A merchant's server, as little of one as will do: it notes what is posted and answers as it is told.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What was posted: the head and the body.
pub(crate) type Post = (String, String);

pub(crate) struct Merchant {
    pub(crate) url: String,
    posts: Arc<Mutex<Vec<Post>>>,
    serving: JoinHandle<()>,
}

impl Merchant {
    /// Answers each post with what `handle` gives: a whole HTTP answer, or nothing to hang up.
    pub(crate) async fn new<F>(mut handle: impl FnMut(Post) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Option<String>> + Send,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/notify?shop=1", listener.local_addr().unwrap());
        let posts = Arc::new(Mutex::new(Vec::new()));
        let serving = tokio::spawn({
            let posts = Arc::clone(&posts);
            async move {
                while let Ok((mut stream, _)) = listener.accept().await {
                    let post = read(&mut stream).await;
                    posts.lock().unwrap().push(post.clone());
                    if let Some(answer) = handle(post).await {
                        stream.write_all(answer.as_bytes()).await.unwrap();
                    }
                }
            }
        });
        Self { url, posts, serving }
    }

    pub(crate) fn posts(&self) -> Vec<Post> {
        self.posts.lock().unwrap().clone()
    }
}

impl Drop for Merchant {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// An answer of this status with this body.
pub(crate) fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

async fn read(stream: &mut TcpStream) -> Post {
    let mut bytes = Vec::new();
    loop {
        assert_ne!(stream.read_buf(&mut bytes).await.unwrap(), 0, "the post ended early");
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.to_ascii_lowercase().split_once("content-length: ").unwrap().1.to_owned();
        if body.len() == length.lines().next().unwrap().parse::<usize>().unwrap() {
            return (head.to_owned(), body.to_owned());
        }
    }
}
