internal import TuneBytes

extension OfferedModel {
    /// Reads a model as Nscale lists it; nil without id and name.
    init?(_ value: JSON) {
        guard let id = value["id"]?.spelling, let name = value["name"]?.spelling else { return nil }
        self.id = id
        self.name = name
        about = value["description"]?.spelling
    }
}
