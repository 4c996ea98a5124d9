//! What happens on a phone: an app hands Alipay's app an order string and gets a result back.

use alipay_core::sign::SignType;
use serde_json::Value;

/// What Alipay's app gives back to the app that called it, from
/// [`Gateway::pay_in_app`](crate::Gateway::pay_in_app).
///
/// `Debug` prints the status only.
#[derive(Clone, PartialEq, Eq)]
pub struct AppResult {
    /// `9000` when the order was paid, `8000` while nobody knows whether it will be, `4000` when it failed.
    pub result_status: String,
    /// The platform's explanation of a failure; empty otherwise.
    pub memo: String,
    /// An ordinary answer, signed; empty after a failure.
    pub result: String,
}

impl AppResult {
    /// From the body of the answer that a call with the same parameters gets.
    pub(crate) fn of(body: &str, sign_type: SignType) -> Self {
        let answer: Value = serde_json::from_str(body).unwrap_or_default();
        let node = answer.as_object().and_then(|answer| answer.iter().find(|(name, _)| name.ends_with("_response")));
        let node = node.map_or(&Value::Null, |(_, node)| node);
        let text = |name: &str| node.get(name).and_then(Value::as_str).unwrap_or_default();
        let result_status = match text("code") {
            "10000" => Some("9000"),
            "10003" => Some("8000"),
            _ => None,
        };
        match (result_status, body.strip_suffix('}')) {
            (Some(result_status), Some(open)) => Self {
                result_status: result_status.to_owned(),
                memo: String::new(),
                // On phones the sign type comes along.
                result: format!(r#"{open},"sign_type":"{}"}}"#, sign_type.as_str()),
            },
            _ => Self { result_status: "4000".to_owned(), memo: text("sub_msg").to_owned(), result: String::new() },
        }
    }
}

impl std::fmt::Debug for AppResult {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppResult").field("result_status", &self.result_status).finish_non_exhaustive()
    }
}
