//! `alipay.fund.trans.uni.transfer`: money to another account.

mod error;
mod participant;
mod records;

use alipay_core::{Amount, DateTime, Record, alipay_api};

pub use self::error::TransUniTransferError;
pub use self::participant::{BankcardExtInfo, IdentityType, Participant};
pub use self::records::{MutipleCurrencyDetail, SignData, TransferSceneReportInfo};
pub use super::transfer::{BizScene, ProductCode, TransferStatus, TransferSubStatus};

/// Transfers money from the merchant's account to another one, at once.
///
/// The same [`out_biz_no`](Self::out_biz_no) with the same parameters is the same transfer, however
/// often it is sent. So keep the number before you call, and when the outcome is unknown (no answer, a
/// `SYSTEM_ERROR`, a state that is not final), ask [`TransCommonQuery`](super::TransCommonQuery) for it
/// or send the very same request again; never take a new number for it.
///
/// ```
/// use alipay_apis::fund::TransUniTransfer;
/// use alipay_apis::fund::trans_uni_transfer::{BizScene, IdentityType, Participant, ProductCode, TransferStatus};
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn pay_out(client: &Client, number: &str, open_id: &str) -> Result<bool, Error> {
///     let payee = Participant::new(open_id, IdentityType::AlipayOpenId);
///     let answer = TransUniTransfer::new(number, Amount::yuan(23), ProductCode::TransAccountNoPwd, payee)
///         .biz_scene(BizScene::DirectTransfer)
///         .order_title("Commission for May")
///         .call(client)
///         .await?;
///     Ok(answer.status == Some(TransferStatus::Success))
/// }
/// ```
#[alipay_api(
    method = "alipay.fund.trans.uni.transfer",
    response = TransUniTransferResponse,
    error = TransUniTransferError,
    docs = "https://opendocs.alipay.com/open/62987723_alipay.fund.trans.uni.transfer",
    idempotent_by(out_biz_no),
)]
pub struct TransUniTransfer {
    /// Your number of the transfer, one for each. Letters, digits, `-` and `_`.
    pub out_biz_no: String,

    /// What the payee gets, in yuan, with two decimals: 0.01 to 100,000,000 for red packets, from
    /// 0.1 for transfers to an Alipay account. Your contract may set narrower limits.
    #[alipay(
        range = 0.01..=100000000, decimals = 2,
        advise(when(product_code == ProductCode::TransAccountNoPwd, range = 0.1..)),
    )]
    pub trans_amount: Amount,

    /// The product that is used.
    pub product_code: ProductCode,

    /// Who gets the money.
    pub payee_info: Participant,

    /// What the transfer is for: [`DirectTransfer`](BizScene::DirectTransfer) in most cases.
    pub biz_scene: Option<BizScene>,

    /// More as JSON text, such as `payer_show_name_use_alias` with `"true"`, or `sub_biz_scene` with
    /// `REDPACKET`, which red packets need.
    #[alipay(advise(required_if(product_code == ProductCode::StdRedPacket)))]
    pub business_params: Option<String>,

    /// Amounts and currencies, where the transfer is not all in yuan.
    pub mutiple_currency_detail: Option<MutipleCurrencyDetail>,

    /// The transfer's title. The payee reads it in the list of payments.
    pub order_title: Option<String>,

    /// Alipay's number of the order from which money is taken. Needed where a person takes a red
    /// packet.
    #[alipay(advise(required_if(biz_scene == BizScene::PersonalCollection)))]
    pub original_order_id: Option<String>,

    /// Comes back in the notification as it was sent.
    pub passback_params: Option<String>,

    /// Who pays, where it is not simply the merchant who calls.
    pub payer_info: Option<Participant>,

    /// A remark. From 50,000 yuan on a transfer needs one.
    #[alipay(advise(required_if(trans_amount > 49999.99)))]
    pub remark: Option<String>,

    /// Another merchant's signature that allows the transfer. Only in special cases.
    pub sign_data: Option<SignData>,

    /// The scene that the merchant applied for at Alipay, by its Chinese name.
    pub transfer_scene_name: Option<String>,

    /// What has to be reported about that scene.
    pub transfer_scene_report_infos: Vec<TransferSceneReportInfo>,
}

/// A transfer that Alipay took. Whether the money has moved says [`status`](Self::status), and where the
/// payee has to take it, [`sub_status`](Self::sub_status) too.
#[derive(Record)]
#[non_exhaustive]
pub struct TransUniTransferResponse {
    /// The amount, in yuan. Only in special cases.
    pub amount: Option<Amount>,

    /// Where the payee takes the money within Alipay, for a transfer that the payee has to take.
    /// Never printed: whoever has it may be able to follow it.
    #[alipay(secret)]
    pub link: Option<String>,

    /// Alipay's number of the transfer.
    pub order_id: Option<String>,

    /// Your number of the transfer. Compare it with the one that you sent.
    pub out_biz_no: Option<String>,

    /// Alipay's number of the movement of money.
    pub pay_fund_order_id: Option<String>,

    /// The number by which the institution settles it, 31 characters.
    pub settle_serial_no: Option<String>,

    /// Where the transfer stands.
    pub status: Option<TransferStatus>,

    /// The number of the payment of a part, by which its receipt is downloaded, for a transfer in
    /// two steps.
    pub sub_pay_fund_order_id: Option<String>,

    /// Where its second step stands, for a transfer that the payee has to take.
    pub sub_status: Option<TransferSubStatus>,

    /// When it was paid.
    pub trans_date: Option<DateTime>,
}
