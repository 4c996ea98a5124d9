//! `alipay.fund.account.query`: how much is in an account.

use alipay_core::{Amount, ErrorCode, OpenId, Record, UserId, WireEnum, alipay_api};

/// Asks how much is in the merchant's account, or in that of somebody who authorised the question.
///
/// ```
/// use alipay_apis::fund::AccountQuery;
/// use alipay_apis::fund::account_query::AccountType;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn balance(client: &Client, merchant: &str) -> Result<Option<Amount>, Error> {
///     let account = AccountQuery::new(AccountType::AcctransAccount).alipay_user_id(merchant).call(client).await?;
///     Ok(account.available_amount)
/// }
/// ```
#[alipay_api(
    method = "alipay.fund.account.query",
    response = AccountQueryResponse,
    error = AccountQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/1b8a680c_alipay.fund.account.query",
    at_least_one(alipay_user_id, alipay_open_id),
    advise(at_most_one(account_product_code, account_scene_code)),
)]
pub struct AccountQuery {
    /// Which of the owner's accounts.
    pub account_type: AccountType,

    /// The product with which a trust account was opened. Needed for one.
    pub account_product_code: Option<String>,

    /// The scene in which the account was opened. Not together with
    /// [`account_product_code`](Self::account_product_code).
    pub account_scene_code: Option<String>,

    /// The owner, as this application knows the owner.
    pub alipay_open_id: Option<OpenId>,

    /// The owner's Alipay user id, 16 digits.
    pub alipay_user_id: Option<UserId>,

    /// More as JSON text, as agreed with Alipay.
    pub ext_info: Option<String>,

    /// The owner, as the merchant knows the owner. Needed for a trust account, and compared.
    pub merchant_user_id: Option<String>,
}

/// Which account.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AccountType {
    /// The balance of an Alipay account.
    AcctransAccount,
    /// A trust account.
    TrusteeshipAccount,
    /// A word that the document does not list.
    Unknown(String),
}

/// How much is in the account. Amounts are in yuan.
#[derive(Record)]
#[non_exhaustive]
pub struct AccountQueryResponse {
    /// What there is in each of the two places where a balance may be kept.
    pub amount_detail: Option<BalanceAccountDetail>,

    /// What can be used.
    pub available_amount: Option<Amount>,

    /// The card through which a balance of a scene is topped up.
    pub ext_card_info: Option<ExtCardInfo>,

    /// What is frozen.
    pub freeze_amount: Option<Amount>,

    /// All of it. Not documented; known from Alipay's SDKs.
    pub total_amount: Option<Amount>,
}

/// Where a balance is kept.
#[derive(Record)]
#[non_exhaustive]
pub struct BalanceAccountDetail {
    /// At Alipay, in yuan.
    pub acs: Option<Amount>,

    /// At a bank, in yuan.
    pub bank: Option<Amount>,
}

/// The card through which a balance of a scene is topped up.
#[derive(Record)]
#[non_exhaustive]
pub struct ExtCardInfo {
    /// The name on the card.
    #[alipay(secret)]
    pub bank_acc_name: Option<String>,

    /// The bank.
    pub card_bank: Option<String>,

    /// The branch.
    pub card_branch: Option<String>,

    /// Where the account was opened.
    pub card_deposit: Option<String>,

    /// The place.
    pub card_location: Option<String>,

    /// The card's number.
    #[alipay(secret)]
    pub card_no: Option<String>,

    /// Whether the card can be used.
    pub status: Option<String>,
}

/// Business error codes of [`AccountQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AccountQueryError {
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then ask again.", retry = fix_input)]
    InvalidParameter,
    /// Something failed inside the platform.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    SystemError,
    /// The application may not ask about this account.
    #[alipay(remedy = "Have the owner authorise the application, or ask about another account.", retry = never)]
    NoPermissionAccount,
    /// There is no such trust account.
    #[alipay(remedy = "Check the owner and account_product_code.", retry = fix_input)]
    TrusteeshipAccountNotExist,
    /// The agreement with the user does not hold.
    #[alipay(remedy = "Check the agreement.", retry = never)]
    UserAgreementVerifyFail,
    /// The user who authorised is not the one who is asked about.
    #[alipay(remedy = "Ask about the user who authorised.", retry = fix_input)]
    AuthUseridIsNotMatch,
    /// The one who was authorised is not the one who asks.
    #[alipay(remedy = "Check the authorisation.", retry = never)]
    AuthoreeIsNotMatch,
    /// The agreement with the user is not in force.
    #[alipay(remedy = "Have the user agree again.", retry = never)]
    UserAgreementStatusAbnormal,
    /// The agreement with the user has ended.
    #[alipay(remedy = "Have the user agree again.", retry = never)]
    UserAgreementIsOutOfDate,
    /// The agreement with the merchant does not hold.
    #[alipay(remedy = "Check the merchant's contract.", retry = never)]
    MerchantAgreementVerifyFail,
    /// Nobody authorised the question.
    #[alipay(remedy = "Have the owner authorise the application.", retry = never)]
    AuthInfoNotExists,
    /// There is no such account.
    #[alipay(remedy = "Correct the owner.", retry = fix_input)]
    AlipayAccountNotExist,
    /// The code of the authorisation is wrong.
    #[alipay(remedy = "Check the authorisation.", retry = fix_input)]
    AuthCodeError,
    /// The application may not ask.
    #[alipay(remedy = "Have the owner authorise the application.", retry = never)]
    NoPermission,
    /// A code that the document does not list.
    Unknown(String),
}
