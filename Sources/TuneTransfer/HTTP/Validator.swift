/// What tells two versions of a file apart: a strong entity tag, else the date it was changed. A weak tag promises
/// no equal bytes, so it is none.
enum Validator: Equatable {
    case tag(String)
    case date(String)

    init?(_ headers: HeaderList) {
        if let tag = headers["ETag"], tag.hasPrefix("\""), tag.hasSuffix("\""), tag.utf8.count > 2 {
            self = .tag(tag)
        } else if let date = headers["Last-Modified"], HTTPDate.seconds(date) != nil {
            self = .date(date)
        } else {
            return nil
        }
    }

    init?(tag: String?, date: String?) {
        guard let text = tag ?? date else { return nil }
        self = tag == nil ? .date(text) : .tag(text)
    }

    /// Whether an answer that names what this is says something else; one that names nothing does not.
    func isContradicted(by headers: HeaderList) -> Bool {
        switch self {
        case .tag(let tag): headers["ETag"].map { $0 != tag } ?? false
        case .date(let date): headers["Last-Modified"].map { $0 != date } ?? false
        }
    }

    var tag: String? { if case .tag(let text) = self { text } else { nil } }
    var date: String? { if case .date(let text) = self { text } else { nil } }
    var text: String {
        switch self {
        case .tag(let text), .date(let text): text
        }
    }
}
