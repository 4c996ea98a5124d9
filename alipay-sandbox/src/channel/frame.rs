//! The frames: lines, an empty line, and JSON.
//!
//! Written for the gateway and not shared with the client, so that a mistake in one shows at the other.

use serde_json::{Value, json};

/// A message, ready to be sent.
pub(crate) struct Parcel {
    pub(crate) msg_id: String,
    pub(crate) text: String,
}

/// What is signed of a message: this text, to the last space.
pub(crate) fn data(app_id: &str, method: &str, content: &str) -> String {
    let header = json!({ "appId": app_id, "msgApi": method });
    // `/` as some of the platform's writers have it, and spaces: neither may be lost.
    format!("{{ \"header\":{header}, \"content\":{content} }}")
}

impl Parcel {
    pub(crate) fn new(number: u64, data: &str, charset: &str, sign_type: &str, sign: &str) -> Self {
        let msg_id = format!("msg{number:029}");
        let protocol = json!({
            "x-type": "message",
            "x-cmd": "CONSUME",
            "x-msgId": msg_id,
            "x-timestamp": "1514210452731",
            "x-version": "1.0",
            "x-charset": charset,
            "x-signType": sign_type,
            "x-sign": sign,
        });
        let lines = format!("from-sys:sandbox\r\nfrom-sys-ip:::1\r\nstream-id:s{number:014}\r\n");
        Self { text: format!("{lines}\r\n{{\"protocol\":{protocol},\"data\":{data}}}"), msg_id }
    }
}

/// Which message a frame acknowledges, and whether as a success; nothing for any other frame, and for one
/// that does not repeat the lines.
pub(super) fn acknowledgement(text: &str) -> Option<(String, bool)> {
    let (lines, body) = text.split_once("\r\n\r\n")?;
    let mut lines = lines.split("\r\n");
    let number = lines.find_map(|line| line.strip_prefix("stream-id:s"))?.parse::<u64>().ok()?;
    if !text.starts_with("from-sys:sandbox\r\nfrom-sys-ip:::1\r\n") {
        return None;
    }
    let body: Value = serde_json::from_str(body).ok()?;
    let protocol = |name: &str| body.get("protocol")?.get(name)?.as_str();
    let is_acknowledgement = protocol("x-type") == Some("message") && protocol("x-cmd") == Some("CONSUME_ACK");
    let msg_id = protocol("x-msgId").filter(|id| is_acknowledgement && *id == format!("msg{number:029}"))?;
    match protocol("x-status")? {
        "SUCCESS" => Some((msg_id.to_owned(), true)),
        "FAIL" => Some((msg_id.to_owned(), false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_acknowledgements_of_the_protocol_count() {
        let parcel = Parcel::new(7, "{}", "UTF-8", "RSA2", "");
        let lines = "from-sys:sandbox\r\nfrom-sys-ip:::1\r\nstream-id:s00000000000007\r\n\r\n";
        let body = |status: &str| {
            format!(
                r#"{{"protocol":{{"x-type":"message","x-cmd":"CONSUME_ACK","x-msgId":"{}","x-status":"{status}"}}}}"#,
                parcel.msg_id
            )
        };
        assert_eq!(acknowledgement(&format!("{lines}{}", body("SUCCESS"))), Some((parcel.msg_id.clone(), true)));
        assert_eq!(acknowledgement(&format!("{lines}{}", body("FAIL"))), Some((parcel.msg_id.clone(), false)));
        for text in [
            format!("{lines}{}", body("OK")),
            format!("\r\n\r\n{}", body("SUCCESS")),
            format!("{lines}{}", body("SUCCESS").replace("CONSUME_ACK", "CONSUME")),
            format!("{lines}{}", body("SUCCESS").replace("msg0", "msg1")),
            parcel.text,
            String::new(),
        ] {
            assert_eq!(acknowledgement(&text), None, "{text}");
        }
    }
}
