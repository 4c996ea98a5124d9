//! `voucher_use_rule`: what the voucher gives and when, in the older structure. Where it can be used
//! stands in `voucher_available_scope`.

use alipay_core::{Amount, DateTime, Record};

use super::{ExchangeBizType, PeriodType, VoucherAvailableScope, VoucherType};

/// What the voucher gives, when and where; the older structure.
///
/// The object that belongs to the request's `voucher_type` must be given, here or in
/// [`VoucherDeductInfo`](super::VoucherDeductInfo).
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseRule {
    /// When the voucher can be used.
    pub voucher_valid_period: VoucherValidPeriod,

    /// What a `FIX_VOUCHER` gives.
    #[alipay(required_if(
        root.voucher_type == VoucherType::FixVoucher && absent(root.voucher_deduct_info.fix_voucher_info)
    ))]
    pub fix_voucher: Option<FixVoucher>,

    /// What an `EXCHANGE_VOUCHER` gives.
    #[alipay(required_if(
        root.voucher_type == VoucherType::ExchangeVoucher && absent(root.voucher_deduct_info.exchange_voucher_info)
    ))]
    pub exchange_voucher: Option<ExchangeVoucher>,

    /// What a `DISCOUNT_VOUCHER` gives.
    #[alipay(required_if(
        root.voucher_type == VoucherType::DiscountVoucher && absent(root.voucher_deduct_info.discount_voucher_info)
    ))]
    pub discount_voucher: Option<DiscountVoucher>,

    /// What a `SPECIAL_VOUCHER` gives.
    #[alipay(required_if(
        root.voucher_type == VoucherType::SpecialVoucher && absent(root.voucher_deduct_info.special_voucher_info)
    ))]
    pub special_voucher: Option<SpecialVoucher>,

    /// Where the voucher can be used.
    pub voucher_available_scope: VoucherAvailableScope,
}

/// When a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherValidPeriod {
    /// Between two dates, or in days from when the user receives the voucher.
    #[alipay(max_len = 32)]
    pub r#type: PeriodType,

    /// From when, for `ABSOLUTE`; best not before vouchers are issued.
    #[alipay(
        required_if(r#type == PeriodType::Absolute),
        advise(when(
            r#type == PeriodType::Absolute,
            at_least(coalesce(
                root.publish_start_time,
                root.voucher_send_mode_info.voucher_send_rule_info.publish_start_time
            ))
        )),
    )]
    pub valid_begin_time: Option<DateTime>,

    /// Until when, for `ABSOLUTE`; not before the last voucher is issued. The document asks for later
    /// than that, its error codes only for not earlier.
    #[alipay(
        required_if(r#type == PeriodType::Absolute),
        when(
            r#type == PeriodType::Absolute,
            at_least(coalesce(
                root.publish_end_time,
                root.voucher_send_mode_info.voucher_send_rule_info.publish_end_time
            ))
        ),
        advise(when(r#type == PeriodType::Absolute, greater_than(valid_begin_time))),
    )]
    pub valid_end_time: Option<DateTime>,

    /// For how many days, for `RELATIVE`: 1 or more.
    #[alipay(
        required_if(r#type == PeriodType::Relative),
        when(r#type != PeriodType::Absolute, range = 1..),
    )]
    pub valid_days_after_receive: Option<i64>,

    /// How many days after it is received the voucher becomes valid, for `RELATIVE`; 0 or nothing is
    /// at once.
    pub wait_days_after_receive: Option<i64>,
}

/// A fixed amount off.
#[derive(Record)]
#[non_exhaustive]
pub struct FixVoucher {
    /// What is taken off, in yuan: 0.1 to 3,000, up to two decimals.
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub amount: Amount,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Any order
    /// when left out.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// The goods, up to 12 characters.
    #[alipay(max_len = 12)]
    pub goods_name: Option<String>,
}

/// Goods or a sum in exchange for the voucher.
///
/// Customer service is reached by phone or by link, not both. One of the two is needed, here or in
/// [`VoucherDisplayInfo`](super::VoucherDisplayInfo).
#[derive(Record)]
#[non_exhaustive]
#[alipay(
    when(
        absent(root.voucher_display_info.customer_service_mobile)
            && absent(root.voucher_display_info.customer_service_url),
        at_least_one(customer_service_mobile, customer_service_url)
    ),
    at_most_one(customer_service_mobile, customer_service_url),
)]
pub struct ExchangeVoucher {
    /// What users read, the voucher's or the goods' name, up to 12 characters.
    #[alipay(max_len = 12)]
    pub voucher_name: String,

    /// What the voucher costs, in yuan: 0.1 to 3,000, up to two decimals.
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub sale_amount: Amount,

    /// What the voucher is worth, in yuan: 0.1 to 3,000, up to two decimals.
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub amount: Amount,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Alipay only
    /// shows it; who redeems the voucher must check it.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// Phone number of customer service, up to 20 characters.
    #[alipay(max_len = 20)]
    pub customer_service_mobile: Option<String>,

    /// Link to customer service, up to 255 characters.
    #[alipay(max_len = 255)]
    pub customer_service_url: Option<String>,

    /// Whether a user may give it back for money; no when left out.
    pub refundable: Option<bool>,

    /// Whether the money goes back when it expires; no when left out. It does not happen by itself:
    /// call `alipay.marketing.activity.order.refund`, or answer for the complaints.
    pub overdue_refundable: Option<bool>,

    /// The account that is paid for each redeemed voucher, up to 32 characters.
    #[alipay(max_len = 32)]
    pub payee_pid: Option<String>,

    /// Whether it is a group-buying voucher or stands for a sum.
    #[alipay(max_len = 64)]
    pub biz_type: Option<ExchangeBizType>,

    /// How the money is settled; the page's sample has `2`. Not in the page's table; known from
    /// Alipay's SDKs.
    pub settle_type: Option<String>,
}

/// A part of the price off.
#[derive(Record)]
#[non_exhaustive]
#[alipay(all_or_none(goods_name, origin_amount))]
pub struct DiscountVoucher {
    /// What remains to be paid, in tenths of the price: 0.1 to 9.9. 6.5 is 65 per cent.
    #[alipay(range = 0.1..=9.9)]
    pub discount: Amount,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Any order
    /// when left out.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// The most that is taken off, in yuan: 0.1 to 15,000, up to two decimals. The platform sets a
    /// least value of its own.
    #[alipay(range = 0.1..=15000, decimals = 2)]
    pub ceiling_amount: Amount,

    /// The goods, up to 12 characters. Goes together with [`origin_amount`](Self::origin_amount).
    #[alipay(max_len = 12)]
    pub goods_name: Option<String>,

    /// The goods' price before, in yuan: 0.1 to 9,999, up to two decimals. Goes together with
    /// [`goods_name`](Self::goods_name).
    #[alipay(range = 0.1..=9999, decimals = 2)]
    pub origin_amount: Option<Amount>,
}

/// Goods at a special price.
#[derive(Record)]
#[non_exhaustive]
#[alipay(all_or_none(goods_name, origin_amount))]
pub struct SpecialVoucher {
    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Any order
    /// when left out.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// The goods' price before, in yuan: 0.1 to 9,999, up to two decimals, more than
    /// [`special_amount`](Self::special_amount). Better not left out: the document calls it
    /// mandatory in one place and not in another. Goes together with
    /// [`goods_name`](Self::goods_name).
    #[alipay(advise(required), range = 0.1..=9999, decimals = 2, greater_than(special_amount))]
    pub origin_amount: Option<Amount>,

    /// The special price, in yuan: 0 to 999, up to two decimals.
    #[alipay(range = 0..=999, decimals = 2)]
    pub special_amount: Amount,

    /// The goods, up to 12 characters. Better not left out; goes together with
    /// [`origin_amount`](Self::origin_amount).
    #[alipay(advise(required), max_len = 12)]
    pub goods_name: Option<String>,
}
