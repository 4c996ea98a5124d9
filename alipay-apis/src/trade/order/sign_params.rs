//! `agreement_sign_params`: the agreement that the buyer signs together with paying.

use alipay_core::{Amount, Record};

use super::SignMerchantParams;

/// An agreement that the buyer signs together with paying.
#[derive(Record)]
#[non_exhaustive]
pub struct SignParams {
    /// By what way the agreement is signed.
    pub access_params: Option<AccessParams>,

    /// Whether Huazhi GO may become an ordinary agreement; it may when left out.
    pub allow_huazhi_degrade: Option<bool>,

    /// Within how many seconds the user has to reach the page where the agreement is signed, as
    /// text.
    pub effect_time: Option<String>,

    /// Your number of the agreement, letters and digits; one for each of several agreements with a
    /// user.
    pub external_agreement_no: Option<String>,

    /// The user's name at the shop, shown to the user.
    #[alipay(secret)]
    pub external_logon_id: Option<String>,

    /// When and how much may be collected. Needed where it is done periodically.
    pub period_rule_params: Option<PeriodRuleParams>,

    /// The product that is agreed on, from the contract with Alipay.
    pub personal_product_code: Option<String>,

    /// The merchant's product: `GENERAL_WITHHOLDING` to collect.
    pub product_code: Option<String>,

    /// With what is collected first.
    pub recommend_sort_channel_params: Vec<OpenApiSpecifiedChannelParamsPojo>,

    /// Where Alipay posts that the agreement was signed; to the `notify_url` when left out.
    pub sign_notify_url: Option<String>,

    /// The scene that is agreed on, from the contract with Alipay.
    pub sign_scene: Option<String>,

    /// The merchant with whom the user signs.
    pub sub_merchant: Option<SignMerchantParams>,

    /// Bounds of what is collected. Not documented; known from Alipay's SDKs.
    pub specified_deduct_rule_params: Option<SpecifiedDeductRuleParams>,
}

/// By what way the agreement is signed.
#[derive(Record)]
#[non_exhaustive]
pub struct AccessParams {
    /// The channel, such as `ALIPAYAPP` or `QRCODE`.
    pub channel: Option<String>,
}

/// When and how much may be collected.
#[derive(Record)]
#[non_exhaustive]
pub struct PeriodRuleParams {
    /// The day of the first collection, `yyyy-MM-dd`. With months as period at most the 28th.
    pub execute_time: Option<String>,

    /// How many days or months are between two collections.
    pub period: Option<i64>,

    /// `DAY` or `MONTH`.
    pub period_type: Option<String>,

    /// Not documented; known from Alipay's SDKs.
    pub scene_rule_params: Option<SceneRuleParams>,

    /// The most that is collected at a time, in yuan.
    pub single_amount: Option<Amount>,

    /// The most that is collected altogether, in yuan.
    pub total_amount: Option<Amount>,

    /// How often can be collected.
    pub total_payments: Option<i64>,

    /// Not documented; known from Alipay's SDKs, where its type is not.
    pub is_trial_mode: Option<String>,
}

/// Rules of a scene. Not documented; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct SceneRuleParams {
    /// Not documented.
    pub discount_period: Option<String>,

    /// Not documented.
    pub low_price_period: Option<String>,
}

/// A channel from which is collected before others.
#[derive(Record)]
#[non_exhaustive]
pub struct OpenApiSpecifiedChannelParamsPojo {
    /// Kind of the channel.
    pub asset_type_code: Option<String>,

    /// The institution.
    pub inst_id: Option<String>,
}

/// Bounds of what is collected. Not documented; known from Alipay's SDKs, where its types are not.
#[derive(Record)]
#[non_exhaustive]
pub struct SpecifiedDeductRuleParams {
    /// The most in a month.
    pub specified_month_limit_amount: Option<Amount>,

    /// What is paid.
    pub specified_pay_amount: Option<Amount>,

    /// From what amount on it is paid.
    pub specified_pay_trigger_amount: Option<Amount>,

    /// The unit of that amount.
    pub specified_pay_trigger_unit: Option<String>,
}
