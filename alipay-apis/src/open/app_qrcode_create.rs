//! `alipay.open.app.qrcode.create`: a code to scan that opens a mini program.

use alipay_core::{ErrorCode, Record, WireEnum, alipay_api};

/// Makes a code to scan that opens a page of the mini program, with parameters of yours.
///
/// ```
/// use alipay_apis::open::AppQrcodeCreate;
/// use alipay_apis::{Client, Error};
///
/// async fn table(client: &Client, number: u32) -> Result<Option<String>, Error> {
///     let code = AppQrcodeCreate::new("pages/order/order", format!("table={number}"), format!("Table {number}"));
///     Ok(code.call(client).await?.qr_code_url.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.open.app.qrcode.create",
    response = AppQrcodeCreateResponse,
    error = AppQrcodeCreateError,
    docs = "https://opendocs.alipay.com/mini/a25c5d8f_alipay.open.app.qrcode.create",
)]
pub struct AppQrcodeCreate {
    /// The page that is opened, up to 256 characters.
    #[alipay(max_len = 256)]
    pub url_param: String,

    /// What the mini program is started with, as `name=value` with `&` between, up to 256 characters.
    #[alipay(max_len = 256)]
    pub query_param: String,

    /// Describes the code, up to 32 characters.
    #[alipay(max_len = 32)]
    pub describe: String,

    /// The colour of a round code, in hexadecimal, such as `0x1677FF`. A square one is black.
    pub color: Option<String>,

    /// How large the picture is.
    pub size: Option<QrcodeSize>,
}

/// How large the picture of a code is. These words are lower case on the wire.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum QrcodeSize {
    /// Small.
    #[alipay(rename = "s")]
    Small,
    /// Middle.
    #[alipay(rename = "m")]
    Middle,
    /// Large.
    #[alipay(rename = "l")]
    Large,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where the pictures of the code are.
#[derive(Record)]
#[non_exhaustive]
pub struct AppQrcodeCreateResponse {
    /// The square code.
    pub qr_code_url: Option<String>,

    /// The round code with its words in blue.
    pub qr_code_url_circle_blue: Option<String>,

    /// The round code with its words in white.
    pub qr_code_url_circle_white: Option<String>,
}

/// Business error codes of [`AppQrcodeCreate`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AppQrcodeCreateError {
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// Something failed inside the platform.
    #[alipay(remedy = "Send it again after a pause.", retry = later)]
    SystemError,
    /// The description holds what is not allowed.
    #[alipay(remedy = "Change describe.", retry = fix_input)]
    QrcodeDescCheckInvalid,
    /// The colour is wrong.
    #[alipay(remedy = "Correct color.", retry = fix_input)]
    HmBgColorInvalid,
    /// A code that the document does not list.
    Unknown(String),
}
