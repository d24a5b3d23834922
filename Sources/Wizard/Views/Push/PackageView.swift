import Diagnosis
import Texts

/// What is known of a package: its form at once, what is inside when it was read.
struct PackageView {
    let state: WizardState
    let texts: Catalogue

    func add(to body: inout Body) {
        switch state.push.file {
        case .none: body.add(texts("pushPackage.none"), .hint)
        case .checking: body.add(texts("pushPackage.checking"), .hint)
        case .failed(let phrase): body.add(texts(phrase), mark: .wrong)
        case .checked(let glance):
            body.add(form(glance), mark: .good)
            addListing(to: &body)
        }
    }

    private func form(_ glance: PackageGlance) -> String {
        let size = ["size": byteCount(glance.bytes)]
        switch glance.form {
        case .folder: return texts("pushPackage.folder")
        case .tar: return texts("pushPackage.tar", size)
        case .compressed(let codec, let blocks):
            let values = size.merging(["codec": codec, "blocks": "\(blocks)"]) { first, _ in first }
            return texts(blocks > 1 ? "pushPackage.blocks" : "pushPackage.stream", values)
        }
    }

    private func addListing(to body: inout Body) {
        switch state.push.listing {
        case .none: body.add(texts("pushPackage.unlisted"), .hint)
        case .reading(_, let reading):
            body.add(
                texts("pushPackage.reading", Self.values(reading)),
                .info,
                indent: 0,
                marker: spinner(state.push.frame)
            )
        case .failed(let phrase): body.add(texts(phrase), mark: .wrong)
        case .listed(let list): add(list, to: &body)
        }
    }

    static func values(_ reading: PackageReading?) -> [String: String] {
        guard let reading else { return ["percent": "0", "images": "0"] }
        let percent = reading.bytesTotal == 0 ? 0 : min(100, reading.bytesRead * 100 / reading.bytesTotal)
        return ["percent": "\(percent)", "images": "\(reading.images)"]
    }

    private func add(_ list: PackageInventory, to body: inout Body) {
        let broken = list.images.count { $0.trouble != nil }
        let size = texts("push.size", ["images": "\(list.images.count)", "size": byteCount(list.bytes)])
        body.add(size, .label)
        if broken > 0 { body.add(texts("pushPackage.broken", ["count": "\(broken)"]), mark: .wrong) }
        let first = min(state.push.listRow, max(0, list.images.count - 1))
        // As many as the screen can have; PgDn brings the rest.
        let shown = list.images[first...].prefix(max(3, state.pushPage))
        let nameWidth = max(20, body.width - 26)
        for image in shown {
            let name = shortenedAtFront(printable(image.name), width: nameWidth).padded(to: nameWidth)
            body.add([
                Span(image.trouble == nil ? "  " : "\(Mark.wrong) ", .error), Span(name, .value),
                Span(byteCount(image.bytes).leftPadded(to: 10), .text),
                Span("  " + texts("pushPackage.blobs", ["count": "\(image.blobs)"]), .hint),
            ])
            if let trouble = image.trouble { body.add(texts(trouble), .error, indent: 4) }
        }
        let rest = list.images.count - first - shown.count
        if rest > 0 { body.add(texts("pushPackage.more", ["count": "\(rest)"]), .hint, indent: 2) }
        for other in list.others.prefix(3) where rest == 0 {
            body.add(texts("pushPackage.other", ["name": printable(other)]), .hint, indent: 2)
        }
    }
}
