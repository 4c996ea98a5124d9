//! Who pays and who is paid.

use alipay_core::{Record, WireEnum};

/// Who pays, or who is paid. Nothing of it that is personal is printed.
#[derive(Record)]
#[non_exhaustive]
pub struct Participant {
    /// Who it is. The method's page requires this and its kind.
    #[alipay(secret)]
    pub identity: String,

    /// What stands in [`identity`](Self::identity).
    pub identity_type: IdentityType,

    /// The bank, for a transfer to a card.
    pub bankcard_ext_info: Option<BankcardExtInfo>,

    /// Number of the person's identity document, checked where it is given.
    #[alipay(secret)]
    pub cert_no: Option<String>,

    /// Kind of that document.
    #[alipay(secret)]
    pub cert_type: Option<String>,

    /// More as JSON text, as agreed with Alipay: the number of an agreement, for instance.
    #[alipay(secret)]
    pub ext_info: Option<String>,

    /// The user as the merchant knows it, as JSON text with `merchant_user_id`, `merchant_user_name`,
    /// `merchant_user_nickname` and `merchant_user_mobile`.
    #[alipay(secret)]
    pub merchant_user_info: Option<String>,

    /// The real name of the person or company. Alipay refuses the transfer if the account has
    /// another. Needed beside a login name, of which there may be several.
    #[alipay(secret, advise(required_if(identity_type == IdentityType::AlipayLogonId)))]
    pub name: Option<String>,
}

/// What an identity is.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum IdentityType {
    /// The Alipay user id, 16 digits that begin with 2088.
    AlipayUserId,
    /// What the user signs in with: an e-mail address or a mobile number.
    AlipayLogonId,
    /// The user, as this application knows it.
    AlipayOpenId,
    /// A word that the document does not list, such as those for bank cards and account books.
    Unknown(String),
}

/// The bank, for a transfer to a card.
#[derive(Record)]
#[non_exhaustive]
pub struct BankcardExtInfo {
    /// `1` for the account of a company, `2` for that of a person.
    pub account_type: Option<String>,

    /// The branch's number in the banks' clearing.
    pub bank_code: Option<String>,

    /// The branch.
    pub inst_branch_name: Option<String>,

    /// Its town.
    pub inst_city: Option<String>,

    /// The bank.
    pub inst_name: Option<String>,

    /// Its province.
    pub inst_province: Option<String>,
}
