//! Opening a connection: a signed registration that gives a token, and a signed handshake with it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::header::{CONTENT_TYPE, COOKIE, HeaderValue, SET_COOKIE, USER_AGENT};
use http::{HeaderMap, Request, StatusCode, Uri};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::ClientRequestBuilder;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

use super::Shared;
use crate::Record;
use crate::encryption::Encryption;
use crate::envelope::{self, EnvelopeError, Expected, Opened};
use crate::error::{BusinessError, Cause, Error, Sent};
use crate::error_code::{AnyCode, ErrorCode};
use crate::json;
use crate::parameters::Parameters;
use crate::transport::hyper::{Connection, Dialer};
use crate::transport::{Phase, RequestBody, TransportError, read_limited};

/// The most bytes of one message.
const MAX_MESSAGE: usize = 1 << 20;

/// The platform's other word for success.
const REGISTERED: &str = "100000000";

const REGISTER: &str = "/websocket/register.do";
const CONNECT: &str = "/websocket";
const FORM: &str = "application/x-www-form-urlencoded;charset=UTF-8";

pub(super) type Socket = WebSocketStream<Connection>;

/// Leave to open one connection.
pub(super) struct Link {
    token: String,
    /// The part of the platform that has the connection.
    zone: Option<HeaderValue>,
}

/// The answer to a registration.
#[derive(Record)]
struct Registered {
    #[alipay(secret)]
    link_token: String,
}

impl Link {
    pub(super) async fn register(client: &Shared, origin: &str) -> Result<Self, Error> {
        let nonce = nonce()?;
        let query = signed_query(client, [("nonce", nonce)]).await?;
        let request = Request::get(format!("{origin}{REGISTER}?{query}"))
            .header(CONTENT_TYPE, FORM)
            .header(USER_AGENT, &client.user_agent)
            .body(RequestBody::new(String::new()).0)
            .map_err(|error| Error::configuration_because("the registration does not fit into a URL", error))?;
        let lost = |error: TransportError| Error::new(Cause::Transport(error), Sent::Possibly);
        let (head, body) = client.transport.send(request).await.map_err(lost)?.into_parts();
        if head.status != StatusCode::OK {
            return Err(Error::new(Cause::Status(head.status), Sent::Possibly));
        }
        let body = read_limited(body, client.max_answer_bytes).await.map_err(lost)?;
        let content_type = head.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let token = token(client, &body, content_type).await.map_err(|cause| Error::new(cause, Sent::Possibly))?;
        Ok(Self { token, zone: zone(&head.headers) })
    }

    pub(super) async fn connect(self, client: &Shared, origin: &str, dialer: &Dialer) -> Result<Socket, Error> {
        let query = signed_query(client, [("link_token", self.token)]).await?;
        let unusable = |error| Error::configuration_because("the connection does not fit into a URL", error);
        let address: Uri = format!("{origin}{CONNECT}?{query}").parse().map_err(unusable)?;
        let stream = dialer.dial(address).await.map_err(|error| Error::new(Cause::Transport(error), Sent::Possibly))?;
        // `http` becomes `ws` and `https` becomes `wss`.
        let address: Uri = format!("ws{}{CONNECT}?{query}", origin.strip_prefix("http").unwrap_or_default())
            .parse()
            .map_err(unusable)?;
        let mut request = ClientRequestBuilder::new(address).with_header(CONTENT_TYPE.as_str(), FORM);
        if let Some(zone) = self.zone.as_ref().and_then(|zone| zone.to_str().ok()) {
            request = request.with_header(COOKIE.as_str(), format!("zone={zone};"));
        }
        let config = WebSocketConfig::default().max_message_size(Some(MAX_MESSAGE)).max_frame_size(Some(MAX_MESSAGE));
        let shaken = tokio_tungstenite::client_async_with_config(request, stream, Some(config)).await;
        // Its error may hold the answer, and the address with the token.
        let (socket, _) = shaken.map_err(|error| {
            let reason = std::io::Error::other(reason(&error));
            Error::new(Cause::Transport(TransportError::new(Phase::Send, reason)), Sent::Possibly)
        })?;
        Ok(socket)
    }
}

/// What went wrong with a connection, in words of our own.
pub(super) fn reason(error: &tokio_tungstenite::tungstenite::Error) -> &'static str {
    use tokio_tungstenite::tungstenite::Error as Ws;
    match error {
        Ws::ConnectionClosed | Ws::AlreadyClosed => "it was closed",
        Ws::Io(_) | Ws::Tls(_) => "the connection broke",
        Ws::Capacity(_) => "a frame was too large",
        Ws::Protocol(_) | Ws::Utf8(_) | Ws::AttackAttempt => "the other side does not keep to the WebSocket protocol",
        Ws::Http(_) | Ws::HttpFormat(_) | Ws::Url(_) => "the other side opened no WebSocket",
        Ws::WriteBufferFull(_) => "it takes nothing",
    }
}

/// The parameters that both requests have, with these and their signature.
async fn signed_query<const N: usize>(client: &Shared, more: [(&'static str, String); N]) -> Result<String, Error> {
    let mut parameters = Parameters::new();
    parameters.add("app_id", &client.app_id);
    parameters.add("charset", "UTF-8");
    parameters.add("sign_type", client.signer.sign_type().as_str());
    parameters.add("sdk_version", concat!("alipay-core-", env!("CARGO_PKG_VERSION")));
    parameters.add("timestamp", milliseconds(client));
    if let Some(certificates) = &client.certificates {
        parameters.add("app_cert_sn", certificates.app_cert_sn.as_str());
        parameters.add("alipay_root_cert_sn", certificates.alipay_root_cert_sn.as_str());
    }
    for (name, value) in more {
        parameters.add(name, value);
    }
    let text = parameters.text_to_sign();
    let signature = client.signer.sign(text.as_bytes()).await.map_err(|error| Error::unsent(Cause::Signing(error)))?;
    parameters.add("sign", BASE64_STANDARD.encode(signature));
    Ok(parameters.all())
}

/// Since 1970.
fn milliseconds(client: &Shared) -> String {
    let now = std::time::SystemTime::try_from((client.clock)()).unwrap_or(std::time::SystemTime::UNIX_EPOCH);
    now.duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis().to_string()
}

/// 32 hexadecimal digits that nobody can guess.
fn nonce() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::configuration_because("the system gives no random numbers", error))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// The token in a signed answer.
async fn token(client: &Shared, body: &[u8], content_type: Option<&str>) -> Result<String, Cause> {
    let expected =
        Expected { response_key: "response", in_progress: false, content_key: None, encryption: Encryption::Off };
    let node = match envelope::open(body, content_type, expected, &*client.verifier).await {
        Ok(Opened::Success { node, .. }) => node,
        Ok(Opened::Failure { head, node }) if head.code.as_deref() == Some(REGISTERED) => node,
        Ok(Opened::Failure { head, .. }) => return Err(Cause::Business(BusinessError::signed(head, AnyCode::TABLE))),
        Ok(Opened::UnverifiedFailure { head, .. }) => {
            return Err(Cause::Gateway(BusinessError::unsigned(head, AnyCode::TABLE)));
        }
        Err(EnvelopeError::Malformed(malformed)) => return Err(Cause::Malformed(malformed)),
        Err(EnvelopeError::Signature(error)) => return Err(Cause::Signature(error)),
    };
    let registered: Registered = json::from_str(node.as_str()).map_err(Cause::Unreadable)?;
    Ok(registered.link_token)
}

/// The cookie `zone`. Nobody signs it, so it has to be a plain word.
fn zone(headers: &HeaderMap) -> Option<HeaderValue> {
    let cookies = headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let pairs = cookies.filter_map(|cookie| cookie.split(';').next()?.split_once('='));
    let zone = pairs.filter(|(name, _)| name.trim() == "zone").map(|(_, value)| value.trim()).next_back()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    (!zone.is_empty() && zone.len() <= 64 && zone.bytes().all(is_plain)).then(|| HeaderValue::from_str(zone).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_a_plain_word() {
        for (cookies, expected) in [
            (&["zone=GZ00A; Path=/"] as &[&str], Some("GZ00A")),
            (&["a=b; zone=no", "zone=RZ-1.b_2"], Some("RZ-1.b_2")),
            (&["zone=a b"], None),
            (&["zone="], None),
            (&["zone=a\"b"], None),
            (&["azone=x"], None),
            (&[], None),
        ] {
            let mut headers = HeaderMap::new();
            for cookie in cookies {
                headers.append(SET_COOKIE, HeaderValue::from_static(cookie));
            }
            assert_eq!(zone(&headers).as_ref().and_then(|zone| zone.to_str().ok()), expected, "{cookies:?}");
        }
    }

    #[test]
    fn no_two_nonces_are_alike() {
        let [one, two] = [(); 2].map(|()| nonce().unwrap());
        assert!(one.len() == 32 && one != two, "{one} {two}");
    }
}
