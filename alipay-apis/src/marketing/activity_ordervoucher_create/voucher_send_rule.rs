//! `voucher_send_rule`: how many vouchers there are and who may have them, in the older structure.

use alipay_core::Record;

use super::CodeMode;

/// How many vouchers there are and who may have them; the older structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendRuleDetail {
    /// How many vouchers there are: 0 or nothing for `MERCHANT_UPLOAD`, where the codes are counted;
    /// otherwise 1 or more.
    #[alipay(
        value_if(coalesce(root.code_mode, root.activity_base_info.code_mode) == CodeMode::MerchantUpload, 0),
        when(coalesce(root.code_mode, root.activity_base_info.code_mode) == CodeMode::MerchantApi, range = 1..),
        advise(required_if(
            coalesce(root.code_mode, root.activity_base_info.code_mode) == CodeMode::MerchantApi
                && absent(root.voucher_send_mode_info.voucher_send_rule_info.quantity)
        )),
    )]
    pub voucher_quantity: Option<i64>,

    /// How many vouchers an Alipay account may have; 0 or nothing is as many as it likes.
    pub voucher_quantity_limit_per_user: Option<i64>,

    /// Whether accounts of one identity card count as one user.
    pub natural_person_limit: Option<bool>,

    /// Whether accounts of one phone number count as one user.
    pub phone_number_limit: Option<bool>,
}
