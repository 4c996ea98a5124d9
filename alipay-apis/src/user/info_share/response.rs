//! The answer: what the user let be known.

use alipay_core::{OpenId, Record, UserId};

/// What a user let be known. All of it may be absent, and all but ids, kind and status of the
/// account is personal and never printed.
#[derive(Record)]
#[non_exhaustive]
pub struct InfoShareResponse {
    /// The address in its town.
    #[alipay(secret)]
    pub address: Option<String>,

    /// Age in years, for certified holders of an identity card.
    #[alipay(secret)]
    pub age: Option<String>,

    /// District.
    #[alipay(secret)]
    pub area: Option<String>,

    /// Address of the user's picture. Absent if there is none.
    #[alipay(secret)]
    pub avatar: Option<String>,

    /// What the company does. Companies only.
    #[alipay(secret)]
    pub business_scope: Option<String>,

    /// Number of the identity document. Means something only when
    /// [`is_certified`](Self::is_certified) is `T`.
    #[alipay(secret)]
    pub cert_no: Option<String>,

    /// Kind of that document: `0` identity card, `1` passport, `9` business licence, and others.
    /// Means something only when [`is_certified`](Self::is_certified) is `T`.
    #[alipay(secret)]
    pub cert_type: Option<String>,

    /// Town.
    #[alipay(secret)]
    pub city: Option<String>,

    /// The user's school.
    #[alipay(secret)]
    pub college_name: Option<String>,

    /// Code of the country.
    #[alipay(secret)]
    pub country_code: Option<String>,

    /// The user's degree, in Chinese. Not reliable.
    #[alipay(secret)]
    pub degree: Option<String>,

    /// Where goods are sent.
    #[alipay(secret)]
    pub deliver_addresses: Vec<AlipayUserDeliverAddress>,

    /// A name to show: a telephone number, an e-mail address or an account's name. It may change.
    #[alipay(secret)]
    pub display_name: Option<String>,

    /// E-mail address with which the user signs in, else the mobile number.
    #[alipay(secret)]
    pub email: Option<String>,

    /// When the user entered the school, `yyyy-MM-dd`.
    #[alipay(secret)]
    pub enrollment_time: Option<String>,

    /// Address in the company's licence. Companies only.
    #[alipay(secret)]
    pub ent_license_address: Option<String>,

    /// District in the company's licence. Companies only.
    #[alipay(secret)]
    pub ent_license_area: Option<String>,

    /// Town in the company's licence. Companies only.
    #[alipay(secret)]
    pub ent_license_city: Option<String>,

    /// Province in the company's licence. Companies only.
    #[alipay(secret)]
    pub ent_license_province: Option<String>,

    /// Until when the document of the company's agent is valid. Companies only.
    #[alipay(secret)]
    pub firm_agent_person_cert_expiry_date: Option<String>,

    /// Number of that document. Companies only.
    #[alipay(secret)]
    pub firm_agent_person_cert_no: Option<String>,

    /// Kind of that document, as [`cert_type`](Self::cert_type). Companies only.
    #[alipay(secret)]
    pub firm_agent_person_cert_type: Option<String>,

    /// Name of the company's agent. Companies only.
    #[alipay(secret)]
    pub firm_agent_person_name: Option<String>,

    /// Until when the document of the company's legal representative is valid. Companies only.
    #[alipay(secret)]
    pub firm_legal_person_cert_expiry_date: Option<String>,

    /// Number of that document. Companies only.
    #[alipay(secret)]
    pub firm_legal_person_cert_no: Option<String>,

    /// Kind of that document, as [`cert_type`](Self::cert_type). Companies only.
    #[alipay(secret)]
    pub firm_legal_person_cert_type: Option<String>,

    /// Name of the company's legal representative. Companies only.
    #[alipay(secret)]
    pub firm_legal_person_name: Option<String>,

    /// Pictures of that person's document. Companies only.
    #[alipay(secret)]
    pub firm_legal_person_pictures: Vec<AlipayUserPicture>,

    /// Pictures of the company's documents. Companies only.
    #[alipay(secret)]
    pub firm_pictures: Vec<AlipayUserPicture>,

    /// Kind of the company, such as `CO` or `NGO`. Companies only.
    #[alipay(secret)]
    pub firm_type: Option<String>,

    /// `F` or `M`.
    #[alipay(secret)]
    pub gender: Option<String>,

    /// When the user leaves the school, `yyyy-MM-dd`. Not reliable.
    #[alipay(secret)]
    pub graduation_time: Option<String>,

    /// Address in the identity card.
    #[alipay(secret)]
    pub identity_card_address: Option<String>,

    /// District in the identity card.
    #[alipay(secret)]
    pub identity_card_area: Option<String>,

    /// Town in the identity card.
    #[alipay(secret)]
    pub identity_card_city: Option<String>,

    /// Province in the identity card.
    #[alipay(secret)]
    pub identity_card_province: Option<String>,

    /// `I` for a financial institution, `C`, `V` and `N` for others, `?` for somebody unnamed.
    #[alipay(secret)]
    pub inst_or_corp: Option<String>,

    /// `T` or `F`, for certified holders of an identity card.
    #[alipay(secret)]
    pub is_adult: Option<String>,

    /// `T` if the balance is frozen, else `F`.
    #[alipay(secret)]
    pub is_balance_frozen: Option<String>,

    /// `T` if the account is frozen, else `F`.
    #[alipay(secret)]
    pub is_blocked: Option<String>,

    /// `T` if the user's identity is certified, else `F`.
    #[alipay(secret)]
    pub is_certified: Option<String>,

    /// Whether the user is a student.
    #[alipay(secret)]
    pub is_student_certified: Option<String>,

    /// Until when the company's licence is valid, `yyyyMMdd`, or that it has no end. Companies
    /// only.
    #[alipay(secret)]
    pub license_expiry_date: Option<String>,

    /// Number of the company's licence. Companies only.
    #[alipay(secret)]
    pub license_no: Option<String>,

    /// The user's grade as a member.
    #[alipay(secret)]
    pub member_grade: Option<String>,

    /// Mobile number.
    #[alipay(secret)]
    pub mobile: Option<String>,

    /// The name that the user chose. Absent if there is none.
    #[alipay(secret)]
    pub nick_name: Option<String>,

    /// The user, as this application knows it.
    pub open_id: Option<OpenId>,

    /// Code of the organisation. Companies only.
    #[alipay(secret)]
    pub organization_code: Option<String>,

    /// Birthday.
    #[alipay(secret)]
    pub person_birthday: Option<String>,

    /// Birthday without the year, `MMdd`.
    #[alipay(secret)]
    pub person_birthday_without_year: Option<String>,

    /// Until when the identity document is valid. Persons only.
    #[alipay(secret)]
    pub person_cert_expiry_date: Option<String>,

    /// From when it is valid. Persons only, and not reliable.
    #[alipay(secret)]
    pub person_cert_issue_date: Option<String>,

    /// Pictures of the identity document. Persons only.
    #[alipay(secret)]
    pub person_pictures: Vec<AlipayUserPicture>,

    /// Telephone number.
    #[alipay(secret)]
    pub phone: Option<String>,

    /// Profession.
    #[alipay(secret)]
    pub profession: Option<String>,

    /// Province.
    #[alipay(secret)]
    pub province: Option<String>,

    /// The user at Taobao.
    #[alipay(secret)]
    pub taobao_id: Option<String>,

    /// The user's Alipay user id. Newer applications get [`open_id`](Self::open_id) instead.
    pub user_id: Option<UserId>,

    /// The person's or company's name. Means something only when
    /// [`is_certified`](Self::is_certified) is `T`.
    #[alipay(secret)]
    pub user_name: Option<String>,

    /// Ethnic group in the identity card.
    #[alipay(secret)]
    pub user_nation: Option<String>,

    /// `Q` quickly registered, `T` ordinary, `B` frozen, `W` registered and not active.
    pub user_status: Option<String>,

    /// `1` company, `2` person.
    pub user_type: Option<String>,

    /// Postcode.
    #[alipay(secret)]
    pub zip: Option<String>,
}

/// Where goods are sent. Never printed.
#[derive(Record)]
#[non_exhaustive]
pub struct AlipayUserDeliverAddress {
    /// The address in its town.
    #[alipay(secret)]
    pub address: Option<String>,

    /// Code of the district.
    #[alipay(secret)]
    pub address_code: Option<String>,

    /// Whether this is the usual one.
    #[alipay(secret)]
    pub default_deliver_address: Option<String>,

    /// District.
    #[alipay(secret)]
    pub deliver_area: Option<String>,

    /// Town.
    #[alipay(secret)]
    pub deliver_city: Option<String>,

    /// Who receives.
    #[alipay(secret)]
    pub deliver_fullname: Option<String>,

    /// Mobile number of who receives.
    #[alipay(secret)]
    pub deliver_mobile: Option<String>,

    /// Telephone number of who receives.
    #[alipay(secret)]
    pub deliver_phone: Option<String>,

    /// Province.
    #[alipay(secret)]
    pub deliver_province: Option<String>,

    /// Postcode.
    #[alipay(secret)]
    pub zip: Option<String>,
}

/// A picture of a document. Never printed.
#[derive(Record)]
#[non_exhaustive]
pub struct AlipayUserPicture {
    /// Of what it is a picture.
    #[alipay(secret)]
    pub picture_type: Option<String>,

    /// Where it is.
    #[alipay(secret)]
    pub picture_url: Option<String>,
}
