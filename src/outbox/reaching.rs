//! By which way somebody is told, and at which number or address: chosen here alone, so that every notice reaches a person the same way.

use crate::values::{ContactBy, NoticeChannel};

/// The way a person likes, where what it needs is known; else e-mail, which says most; else a text; else a letter, which staff print.
///
/// Why a call only where it was asked for: somebody of the team has to make it.
pub fn reach(likes: Option<ContactBy>, telephone: Option<String>, email: Option<String>) -> (NoticeChannel, Option<String>) {
    match (likes, telephone, email) {
        (Some(ContactBy::Text), Some(number), _) => (NoticeChannel::Text, Some(number)),
        (Some(ContactBy::Phone), Some(number), _) => (NoticeChannel::Phone, Some(number)),
        (Some(ContactBy::Letter), ..) | (_, None, None) => (NoticeChannel::Letter, None),
        (_, _, Some(email)) => (NoticeChannel::Email, Some(email)),
        (_, Some(number), None) => (NoticeChannel::Text, Some(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Vocabulary;

    const NUMBER: &str = "614 555 0110";
    const ADDRESS: &str = "rosa@client.test";

    #[test]
    fn somebody_is_told_by_the_way_they_like_where_what_it_needs_is_known() {
        use NoticeChannel::{Email, Letter, Phone, Text};
        for (likes, number, address, told) in [
            (Some(ContactBy::Text), true, true, (Text, Some(NUMBER))),
            (Some(ContactBy::Text), false, true, (Email, Some(ADDRESS))),
            (Some(ContactBy::Text), false, false, (Letter, None)),
            (Some(ContactBy::Phone), true, true, (Phone, Some(NUMBER))),
            (Some(ContactBy::Phone), false, true, (Email, Some(ADDRESS))),
            (Some(ContactBy::Phone), false, false, (Letter, None)),
            (Some(ContactBy::Email), true, true, (Email, Some(ADDRESS))),
            (Some(ContactBy::Email), true, false, (Text, Some(NUMBER))),
            (Some(ContactBy::Email), false, false, (Letter, None)),
            (Some(ContactBy::Letter), true, true, (Letter, None)),
            (Some(ContactBy::Letter), false, false, (Letter, None)),
            (None, true, true, (Email, Some(ADDRESS))),
            (None, false, true, (Email, Some(ADDRESS))),
            (None, true, false, (Text, Some(NUMBER))),
            (None, false, false, (Letter, None)),
        ] {
            let chosen = reach(likes, number.then(|| NUMBER.to_owned()), address.then(|| ADDRESS.to_owned()));
            assert_eq!(chosen, (told.0, told.1.map(str::to_owned)), "{likes:?} {number} {address}");
        }
    }

    #[test]
    fn whoever_gave_nothing_is_written_a_letter_and_nobody_is_called_who_did_not_ask_for_it() {
        for likes in ContactBy::ALL.iter().copied().map(Some).chain([None]) {
            assert_eq!(reach(likes, None, None), (NoticeChannel::Letter, None));
            let (channel, _) = reach(likes, Some(NUMBER.to_owned()), Some(ADDRESS.to_owned()));
            assert_eq!(channel == NoticeChannel::Phone, likes == Some(ContactBy::Phone));
        }
    }
}
