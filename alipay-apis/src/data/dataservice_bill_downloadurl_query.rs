//! `alipay.data.dataservice.bill.downloadurl.query`: where a bill can be downloaded.

use alipay_core::{ErrorCode, Record, WireEnum, alipay_api};

/// Asks for the link of a bill: all trades, or all movements of the balance, of a day or a month.
///
/// The link can be used for 30 seconds. [`Client::download`](alipay_core::Client::download) fetches
/// what it leads to, over https only, which is why the link has to be asked for with
/// [`secure`](Self::secure). A bill is a zip archive or csv in GBK; the SDK looks at none of it.
///
/// ```
/// use alipay_apis::data::DataserviceBillDownloadurlQuery;
/// use alipay_apis::data::dataservice_bill_downloadurl_query::{BillType, LinkScheme};
/// use alipay_apis::{Client, Downloaded, Error};
///
/// async fn fetch(client: &Client, day: &str) -> Result<Option<Downloaded>, Error> {
///     let query = DataserviceBillDownloadurlQuery::new(BillType::Trade, day).secure(LinkScheme::Https);
///     let answer = query.call(client).await?;
///     match &answer.bill_download_url {
///         Some(link) => Ok(Some(client.download(link, format!("bills/{day}.zip")).await?)),
///         None => Ok(None),
///     }
/// }
/// ```
#[alipay_api(
    method = "alipay.data.dataservice.bill.downloadurl.query",
    response = DataserviceBillDownloadurlQueryResponse,
    error = DataserviceBillDownloadurlQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/3c9f1bcf_alipay.data.dataservice.bill.downloadurl.query",
)]
pub struct DataserviceBillDownloadurlQuery {
    /// What the bill lists.
    #[alipay(max_len = 20)]
    pub bill_type: BillType,

    /// The day as `2026-11-25`, or the month as `2026-11`, up to 15 characters. A day is ready at about
    /// 9 o'clock of the next one, a month on about the 3rd of the next one; both can be had for 6 years.
    #[alipay(max_len = 15)]
    pub bill_date: String,

    /// The indirect merchant, up to 20 characters; only for [`BillType::TradeZftMerchant`].
    #[alipay(max_len = 20, advise(forbidden_if(bill_type != BillType::TradeZftMerchant)))]
    pub smid: Option<String>,

    /// Whether the link shall be https; plain http when left out.
    #[alipay(max_len = 10)]
    pub secure: Option<LinkScheme>,
}

/// What a bill lists.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum BillType {
    /// The trades of the merchant.
    #[alipay(rename = "trade")]
    Trade,
    /// All that came into the merchant's balance and went out of it.
    #[alipay(rename = "signcustomer")]
    Signcustomer,
    /// Vouchers of marketing activities, issued and spent.
    #[alipay(rename = "merchant_act")]
    MerchantAct,
    /// The trades of an indirect merchant.
    #[alipay(rename = "trade_zft_merchant")]
    TradeZftMerchant,
    /// The movements of all indirect merchants of a platform.
    #[alipay(rename = "zft_acc")]
    ZftAcc,
    /// What was paid out to the bank card on a day, from 2023-04-17 on. There are no months.
    #[alipay(rename = "settlementMerge")]
    SettlementMerge,
    /// A word that the document does not list.
    Unknown(String),
}

/// Over what a bill is fetched.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum LinkScheme {
    /// TLS.
    #[alipay(rename = "true")]
    Https,
    /// In the clear: everybody on the way can read and change the bill, and use the link.
    #[alipay(rename = "false")]
    Http,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where the bill is.
#[derive(Record)]
#[non_exhaustive]
pub struct DataserviceBillDownloadurlQueryResponse {
    /// The link, if there is a bill. Whoever has it can fetch the bill, so it is never printed.
    #[alipay(secret)]
    pub bill_download_url: Option<String>,

    /// What is to be said of the file.
    pub bill_file_code: Option<BillFileCode>,
}

/// What is to be said of a bill's file.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum BillFileCode {
    /// Nothing happened in that time; the file is there and lists nothing.
    EmptyDataWithBillFile,
    /// A word that the document does not list.
    Unknown(String),
}

/// Business error codes of [`DataserviceBillDownloadurlQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum DataserviceBillDownloadurlQueryError {
    /// Nothing of this kind happened in that time.
    #[alipay(remedy = "Nothing: there is no such bill. Check type and date if you expected one.", retry = never)]
    NoBillData,
    /// A parameter is wrong. The platform spells it so.
    #[alipay(code = "INVAILID_ARGUMENTS", remedy = "Correct type or date, then ask again.", retry = fix_input)]
    InvalidArguments,
    /// There is no such bill, or not yet.
    #[alipay(remedy = "Check type and date; of yesterday, ask again after 9 o'clock.", retry = fix_input)]
    BillNotExist,
    /// Something failed inside the platform.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    UnknownError,
    /// The merchant was not registered at that time.
    #[alipay(remedy = "Ask for a later date.", retry = fix_input)]
    BillDateBeforeRegistration,
    /// The merchant has no product that makes such bills, or they are not for it.
    #[alipay(remedy = "Sign the product that belongs to the type, or ask for another type.", retry = fix_input)]
    TypeNotSupported,
    /// The platform has too much to do.
    #[alipay(remedy = "Ask again after a minute.", retry = later)]
    SystemRateLimit,
    /// The application asks too often.
    #[alipay(remedy = "Ask again after a minute, and less often.", retry = later)]
    UserRateLimit,
    /// A code that the document does not list.
    Unknown(String),
}
