/// Goes through a package once and finds its images, nested archives in passing.
struct Survey {
    let spaces: Spaces
    /// Each set of images as soon as it is complete; the place is held in memory until `Spaces.release`. False ends the walk.
    let found: ([PackagedImage], _ held: ByteLocation?) throws(PackageError) -> Bool
    /// Waits until so many bytes may be taken into memory.
    let willHold: (Int64) -> Void
    /// What was taken is given back, unless `found` was given its place.
    let released: (Int64) -> Void
    let progress: (_ images: Int) -> Void

    private(set) var count = 0
    /// Files that belong to no image.
    private(set) var others: [PassedFile] = []
    private(set) var isStopped = false
    private var documents = 0
    /// Of the archives that are being listed.
    private var names = 0

    init(
        _ spaces: Spaces,
        willHold: @escaping (Int64) -> Void = { _ in },
        released: @escaping (Int64) -> Void = { _ in },
        progress: @escaping (Int) -> Void,
        found: @escaping ([PackagedImage], ByteLocation?) throws(PackageError) -> Bool
    ) {
        self.spaces = spaces
        self.willHold = willHold
        self.released = released
        self.progress = progress
        self.found = found
    }

    /// The package itself: nested archives are opened as the walk meets them, images of its own come at the end.
    /// - Parameter isForwardOnly: what passed is gone.
    mutating func explore(_ walk: some ArchiveWalk, isForwardOnly: Bool) throws(PackageError) {
        let images = try list(walk, name: "", order: [], depth: 0, isForwardOnly: isForwardOnly)
        if !images.isEmpty { try report(images, held: nil) }
    }

    private mutating func report(_ images: [PackagedImage], held: ByteLocation?) throws(PackageError) {
        count += images.count
        progress(count)
        if try !found(images, held) { isStopped = true }
    }

    /// Images that stand in the container itself; what is in archives within it is reported on the way.
    private mutating func list(
        _ walk: some ArchiveWalk,
        name: String,
        order: [Int64],
        depth: Int,
        isForwardOnly: Bool
    ) throws(PackageError) -> [PackagedImage] {
        let namesAround = names
        defer { names = namesAround }
        var walk = walk
        var files: [String: ArchiveEntry] = [:]
        var folders: Set<String> = []
        var opened: Set<String> = []
        var inner: [PackagedImage] = []
        var broken: [PackagedImage] = []
        while !isStopped, var entry = try walk.next() {
            names += 1
            guard names <= spaces.limits.entries else {
                throw .tooManyNames(name: name.isEmpty ? spaces.packageName : name, limit: spaces.limits.entries)
            }
            if entry.kind == .folder { folders.insert(entry.path) }
            guard !entry.path.isEmpty, entry.kind != .folder, entry.kind != .other else { continue }
            if isForwardOnly, entry.kind == .file { try capture(&entry) }
            files[entry.path] = entry
            if depth == 0, entry.kind == .file, !Self.isLayerName(entry.path) {
                opened.insert(entry.path)
                inner += try open(entry, &broken, order: order, depth: depth, isForwardOnly: isForwardOnly)
            }
        }
        guard !isStopped else { return [] }
        let folder = walk as? FolderWalk
        let container = Container(
            name: name,
            order: order,
            files: files,
            spaces: spaces,
            folders: folders,
            isFolder: folder != nil
        )
        let (images, claims) = try resolve(container, isForwardOnly: isForwardOnly)
        let parts = ImageParts(images, claims, container)
        others.removeAll { opened.contains($0.path) && parts.contain($0) }
        for entry in files.values.sorted(by: { $0.position < $1.position })
        where entry.kind == .file && !opened.contains(entry.path) {
            if !claims.owns(entry.path) {
                inner += try open(entry, &broken, order: order, depth: depth, isForwardOnly: isForwardOnly)
            } else if !Self.isLayerName(entry.path), !Self.isPartOfImage(entry.path) {
                let file = PassedFile(entry)
                if !parts.contain(file) { others.append(file) }
            }
        }
        if let folder {
            for entry in files.values.sorted(by: { $0.position < $1.position })
            where entry.kind != .file && !claims.owns(entry.path) {
                lookAt(entry, in: folder, container, &broken)
            }
        }
        // A layer may be no archive that anybody can read: its image says what it is.
        broken.removeAll { image in
            image.order.last.map { parts.contain(PassedFile(path: image.source, position: $0)) } ?? false
        }
        guard depth == 0, !broken.isEmpty else { return images + inner + broken }
        try report(broken, held: nil)
        return images + inner
    }

    /// A link, or what is no file: its target in the folder is read by itself, and what could be an archive and is not read is
    /// said.
    private mutating func lookAt(
        _ entry: ArchiveEntry,
        in folder: FolderWalk,
        _ container: Container,
        _ broken: inout [PackagedImage]
    ) {
        do throws(PackageError) {
            _ = try container.found(entry.path)
        } catch {
            let isFolder = folder.leadsToFolder(entry.path)
            if isFolder, case .notAFile = error { return }
            if isFolder || TarWalk.claims([], path: entry.path) {
                broken.append(PackagedImage(broken: entry, order: container.order, error))
            } else {
                others.append(PassedFile(entry))
            }
        }
    }

    /// Layers of images that stand unpacked in the package: never archives of images.
    private static func isLayerName(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return false }
        if parts.count >= 3, parts[parts.count - 3] == "blobs" { return true }
        return last == "layer.tar" || last.hasSuffix(".tar") && last.utf8.count == 68
    }

    /// What a step back would cost too much to read later.
    private mutating func capture(_ entry: inout ArchiveEntry) throws(PackageError) {
        let space = try spaces.space(entry.location)
        let head = try space.bytes(at: 0, Int(min(entry.size, Int64(TarHeader.size))))
        entry.head = head
        guard let first = head.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            entry.size <= spaces.limits.document, documents + Int(entry.size) <= spaces.limits.documents
        else { return }
        entry.document = try space.document(limit: spaces.limits.document)
        documents += Int(entry.size)
    }

    /// A file that may be an archive with images of its own.
    /// - Returns: its images, unless they were reported.
    private mutating func open(
        _ entry: ArchiveEntry,
        _ broken: inout [PackagedImage],
        order: [Int64],
        depth: Int,
        isForwardOnly: Bool
    ) throws(PackageError) -> [PackagedImage] {
        let head: [UInt8]
        if let known = entry.head {
            head = known
        } else {
            head = try spaces.space(entry.location).bytes(at: 0, Int(min(entry.size, Int64(TarHeader.size))))
        }
        let codec = Codec(head)
        guard codec != nil || TarWalk.begins(head) else {
            if TarWalk.claims(head, path: entry.path) {
                let trouble = PackageError.unreadable(name: entry.location.name, size: entry.size)
                broken.append(PackagedImage(broken: entry, order: order, trouble))
            } else if !Self.isPartOfImage(entry.path) {
                others.append(PassedFile(entry))
            }
            return []
        }
        guard depth < spaces.limits.depth else {
            throw .nestedTooDeeply(name: entry.location.name, limit: spaces.limits.depth)
        }
        let isHeld = isForwardOnly && entry.size <= spaces.largestHeld
        if isHeld {
            willHold(spaces.cost(ofHolding: entry.size))
            do throws(PackageError) {
                try spaces.hold(entry.location, size: entry.size)
            } catch {
                released(spaces.cost(ofHolding: entry.size))
                throw error
            }
        }
        let (before, known) = (documents, others.count)
        defer { documents = before }
        var images: [PackagedImage] = []
        do throws(PackageError) {
            images = try nested(entry, codec, order: order, depth: depth)
        } catch {
            // The archive itself is damaged; what is around it is not.
            guard error.name == entry.location.name || error.name?.hasPrefix(entry.location.name + "/") == true else {
                if isHeld { release(entry) }
                throw error
            }
            broken.append(PackagedImage(broken: entry, order: order, error))
            if isHeld { release(entry) }
            return []
        }
        if images.isEmpty {
            others.removeSubrange(known...)
            others.append(PassedFile(entry))
        }
        guard depth == 0, !images.isEmpty else {
            if isHeld { release(entry) }
            return images
        }
        try report(images, held: isHeld ? entry.location : nil)
        return []
    }

    private func release(_ entry: ArchiveEntry) {
        spaces.release(entry.location)
        released(spaces.cost(ofHolding: entry.size))
    }

    private mutating func nested(
        _ entry: ArchiveEntry,
        _ codec: Codec?,
        order: [Int64],
        depth: Int
    ) throws(PackageError) -> [PackagedImage] {
        let location = codec.map { ByteLocation.decoded(entry.location, $0) } ?? entry.location
        let space = try spaces.space(location)
        if codec != nil {
            // A single compressed file, not an archive.
            let head = try space.bytes(at: 0, TarHeader.size)
            guard TarWalk.begins(head) else {
                guard !TarWalk.claims(head, path: entry.path) else {
                    throw .unreadable(name: entry.location.name, size: entry.size)
                }
                return []
            }
        }
        return try list(
            TarWalk(space, at: location, name: entry.location.name),
            name: entry.location.name,
            order: order + [entry.position],
            depth: depth + 1,
            isForwardOnly: try spaces.isForwardOnly(location)
        )
    }
}
