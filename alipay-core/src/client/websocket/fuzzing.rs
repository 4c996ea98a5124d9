//! What a fuzzer feeds of this module: frames, and connections that bring anything in any pieces.

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use encoding_rs::Encoding;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocket};

use super::frame::{Addressee, Frame};
use super::*;
use crate::fuzzing::oracle::{Oracle, client};
use crate::fuzzing::second_reader::{are_distinct, members, only};
use crate::fuzzing::{APP_ID, is_set, now};
use crate::sign::SignType;

/// Bit 0 of the settings: a whole connection. Bit 1: the input is one message, and is framed here; else
/// it is all that comes over the connection. Bits 2 to 4: in what pieces it comes. Bit 5: the service
/// is stopped on the way. Bit 7: nothing counts as signed.
pub(crate) fn websocket(input: &[u8]) -> bool {
    let Some((&settings, input)) = input.split_first() else { return false };
    let is_refused = is_set(settings, 7);
    let text = String::from_utf8_lossy(input).into_owned();
    let is_one = !is_set(settings, 0) || is_set(settings, 1);
    let signed = is_one.then(|| signed_data(&text)).flatten();
    Oracle::sign(move |signature| match is_one {
        _ if is_refused => None,
        true => signed.clone(),
        // Where there may be many, the signature is the text itself.
        false => Some(signature.to_vec()),
    });
    if !is_set(settings, 0) {
        return frame(&text, is_refused);
    }
    let piece = [1, 2, 3, 7, 16, 125, 1000, usize::MAX][usize::from((settings >> 2) & 7)];
    let bytes = if is_one { framed(&text, piece) } else { input.to_vec() };
    connection(&bytes, piece, is_set(settings, 5), is_refused)
}

fn frame(text: &str, is_refused: bool) -> bool {
    let Ok(frame) = Frame::parse(text) else { return false };
    let (_, body) = text.split_once("\r\n\r\n").expect("a frame without its empty line");
    let outside = members(body).expect("a frame without JSON");
    let protocol = only(&outside, "protocol").and_then(members).expect("a frame without a protocol");
    assert!(are_distinct(&outside) && are_distinct(&protocol), "a name stands twice");
    let text_of = |name| only(&protocol, name).and_then(|value| serde_json::from_str::<String>(value).ok());
    for is_success in [true, false] {
        acknowledgement(&frame.acknowledgement(is_success), &text_of("x-msgId").unwrap_or_default(), is_success);
    }
    let is_consume = text_of("x-type").as_deref() == Some("message") && text_of("x-cmd").as_deref() == Some("CONSUME");
    assert_eq!(frame.is_message(), is_consume);

    let expected = expected(&outside, text_of("x-charset"), text_of("x-sign"))
        .filter(|_| !is_refused && text_of("x-signType").as_deref() == Some("RSA2"));
    let addressee = Addressee { app_id: APP_ID, sign_type: SignType::Rsa2, verifier: &Oracle };
    match (now(frame.message(&addressee)), expected) {
        (Ok(message), Some((method, content))) => {
            assert_eq!((message.method(), message.body()), (method.as_str(), content));
            assert_eq!(message.app_id(), Some(APP_ID));
            is_consume
        }
        (Ok(_), None) => panic!("a message is believed that is none, or that nobody signed"),
        (Err(fault), Some(_)) => panic!("a good message is refused: {fault}"),
        (Err(fault), None) => {
            assert!(!format!("{fault} {fault:?}").contains(char::is_control));
            false
        }
    }
}

/// Method and content of the message in a frame, as a second reader finds them.
fn expected<'t>(
    outside: &[(String, &'t str)],
    charset: Option<String>,
    sign: Option<String>,
) -> Option<(String, &'t str)> {
    use base64::Engine;

    let data = only(outside, "data")?;
    base64::prelude::BASE64_STANDARD.decode(sign?).ok()?;
    encoded(data, &charset?)?;
    let inside = members(data)?;
    let header = members(only(&inside, "header")?)?;
    let text = |name| only(&header, name).and_then(|value| serde_json::from_str::<String>(value).ok());
    let method = text("msgApi").filter(|method| !method.is_empty())?;
    let content = only(&inside, "content").filter(|content| content.starts_with('{'))?;
    let is_good = are_distinct(&inside) && are_distinct(&header) && text("appId").as_deref() == Some(APP_ID);
    is_good.then_some((method, content))
}

/// The text of `data` of a frame, in the charset that the frame names.
fn signed_data(frame: &str) -> Option<Vec<u8>> {
    let (_, body) = frame.split_once("\r\n\r\n")?;
    let outside = members(body)?;
    let protocol = members(only(&outside, "protocol")?)?;
    encoded(only(&outside, "data")?, &serde_json::from_str::<String>(only(&protocol, "x-charset")?).ok()?)
}

/// The bytes of a text, if they are these in no other text.
fn encoded(text: &str, charset: &str) -> Option<Vec<u8>> {
    let encoding = Encoding::for_label(charset.as_bytes())?;
    if !["UTF-8", "GBK", "gb18030"].contains(&encoding.name()) {
        return None;
    }
    let (bytes, _, lacks) = encoding.encode(text);
    let ascii = |text: &str| text.chars().filter(char::is_ascii).collect::<String>();
    let is_other = std::str::from_utf8(&bytes).is_ok_and(|utf8| ascii(utf8) != ascii(text));
    let comes_back = encoding.decode_without_bom_handling(&bytes).0 == text;
    (!lacks && !is_other && comes_back).then(|| bytes.into_owned())
}

/// Repeats three lines at most and the number, and brings nothing else along.
fn acknowledgement(text: &str, msg_id: &str, is_success: bool) {
    let (head, body) = text.split_once("\r\n\r\n").expect("an acknowledgement without its empty line");
    let names: Vec<_> = head.split("\r\n").filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
    assert!(names.iter().all(|name| ["from-sys", "from-sys-ip", "stream-id"].contains(name)) && names.len() <= 3);
    assert!(head.split("\r\n").all(|line| !line.contains(char::is_control)));
    let body: serde_json::Value = serde_json::from_str(body).expect("an acknowledgement without JSON");
    let status = if is_success { "SUCCESS" } else { "FAIL" };
    assert_eq!((&body["protocol"]["x-msgId"], &body["protocol"]["x-status"]), (&msg_id.into(), &status.into()));
    assert_eq!(body["protocol"].as_object().map(serde_json::Map::len), Some(5));
}

/// A text message as a server sends it (RFC 6455, 5.2), in fragments of at most this many bytes.
fn framed(text: &str, most: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut pieces = text.as_bytes().chunks(most).peekable();
    let mut opcode = 1;
    while let Some(piece) = pieces.next() {
        bytes.push(if pieces.peek().is_some() { opcode } else { 0x80 | opcode });
        match (u8::try_from(piece.len()), u16::try_from(piece.len())) {
            (Ok(length @ 0..126), _) => bytes.push(length),
            (_, Ok(length)) => bytes.extend([[126].as_slice(), &length.to_be_bytes()].concat()),
            _ => bytes.extend([[127].as_slice(), &(piece.len() as u64).to_be_bytes()].concat()),
        }
        bytes.extend(piece);
        opcode = 0;
    }
    bytes
}

/// A connection that brings these bytes and ends.
fn connection(bytes: &[u8], piece: usize, is_stopped: bool, is_refused: bool) -> bool {
    thread_local! {
        /// How many messages were handled, and of how many that was a success.
        static HANDLED: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
        static RECIPIENT: (tokio::runtime::Runtime, Arc<Recipient>) = {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            let messages = Messages::new().otherwise(|message| async move {
                let is_even = message.body().len() % 2 == 0;
                let (handled, succeeded) = HANDLED.get();
                HANDLED.set((handled + 1, succeeded + usize::from(is_even)));
                if is_even { Ok(()) } else { Err("an odd one".into()) }
            });
            (runtime, Arc::new(Recipient { client: client().build().unwrap(), messages }))
        };
    }
    HANDLED.set((0, 0));
    RECIPIENT.with(|(runtime, recipient)| {
        runtime.block_on(async {
            let written = Arc::new(Mutex::new(Vec::new()));
            let wire =
                Wire { coming: bytes.iter().copied().collect(), piece, rests: false, written: Arc::clone(&written) };
            let settings = Settings { grace: Duration::from_secs(1), ..Settings::default() };
            // Few, so that an input can bring more than are taken at once.
            let mut hands = Hands::new(Arc::clone(recipient), 3);
            let socket = WebSocketStream::from_raw_socket(wire, Role::Client, None).await;
            let mut polls = 0;
            let mut stop = pin!(std::future::poll_fn(|_| {
                polls += 1;
                if is_stopped && polls > 3 { Poll::Ready(()) } else { Poll::Pending }
            }));
            Session { socket, settings: &settings, hands: &mut hands }.run(&mut stop).await;
            let is_success = |text: &str| text.ends_with(r#""x-status":"SUCCESS"}}"#);
            let mut successes = 0;
            while let Some(done) = hands.next_before(Instant::now() + settings.grace).await {
                successes += usize::from(done.is_some_and(|text| is_success(&text)));
            }
            let written = written.lock().unwrap().clone();
            let mut server = WebSocket::from_raw_socket(io::Cursor::new(written), Role::Server, None);
            while let Ok(message) = server.read() {
                successes += usize::from(message.to_text().is_ok_and(is_success));
            }
            let (handled, succeeded) = HANDLED.get();
            // Fewer where the connection was lost before.
            assert!(successes <= succeeded, "a success that was none is acknowledged");
            assert!(handled == 0 || !is_refused, "what nobody signed is handled");
            handled > 0
        })
    })
}

/// One side of a connection: it brings bytes in pieces, with a rest between them, and takes all.
struct Wire {
    coming: VecDeque<u8>,
    piece: usize,
    rests: bool,
    written: Arc<Mutex<Vec<u8>>>,
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.rests = !self.rests;
        if self.rests {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let length = self.piece.min(buffer.remaining()).min(self.coming.len());
        let piece: Vec<u8> = self.coming.drain(..length).collect();
        buffer.put_slice(&piece);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.written.lock().unwrap().extend_from_slice(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
