import Diagnosis
import Glibc
import MirrorSystem
import Operations
import Texts

extension PushImagesCommand {
    /// From the options to the end of the push; throws why it does not begin.
    func push() throws -> PushResult {
        // Reading all of the package may take minutes: what else can be wrong is said first.
        let unsigned = signature == nil ? try packageFile() : nil
        let endpoint = try PushAddress.endpoint(privateRegistry ?? "", isHTTP: allowHttp)
        let check = try checkAgainst.map { try MirrorCheck($0, endpoint: endpoint) }
        let login = try loginOptions.login(endpoint.hostAndPort, isHTTP: allowHttp)
        let pusher = try makePusher(PushTarget(endpoint: endpoint, caCertPath: cacert, login: login))
        let file = try unsigned ?? packageFile()
        let stops = PushStops()
        let interrupt = stops.watch()
        defer { interrupt.cancel() }
        let package: PushedPackage
        // What is dear to list is read once, unless it has to be known before anything is sent.
        if file.isDearToList, check == nil, work == .push {
            package = PushedPackage(file, below: endpoint.mirrorNamespace)
        } else {
            let opened = try OpenedPackage(file, stop: stops.stop)
            package = PushedPackage(opened, below: endpoint.mirrorNamespace)
            if let lost = check?.lost(opened.contents.images) {
                return PushResult(work: work, target: endpoint.pushTarget, package.images, refused: lost)
            }
        }
        // What a push came to could not be said.
        do { try StandardOutput.check() } catch { throw Refusal(Phrase("output.notBegun"), .ioError) }
        let journal = try openJournal(file.identity(), endpoint.pushTarget)
        return push(pusher, package, journal, endpoint.pushTarget, stops)
    }

    private var work: Pusher.Work { verifyOnly ? .audit : dryRun ? .look : .push }

    private func push(
        _ pusher: Pusher,
        _ package: PushedPackage,
        _ journal: PushJournal,
        _ target: String,
        _ stops: PushStops
    ) -> PushResult {
        var settings = PushSettings()
        settings.threads = threads
        settings.bytesPerSecond = limitRate.flatMap { byteCount(parsing: $0) }
        let head = texts(Phrase("push.head", ["package": package.name, "target": target]))
        let progress = PushProgressLines(
            head: head,
            images: package.images,
            source: package.source,
            isJSON: outputOptions.isJSON
        )
        stops.whenStopping { progress.say(texts("push.stopping")) }
        let isJSON = outputOptions.isJSON
        let begun = ContinuousClock.now
        progress.begin()
        StandardOutput.whenLost { stops.stop.cancel() }
        defer { StandardOutput.whenLost(nil) }
        let outcome = package.run(
            work,
            by: pusher,
            settings: settings,
            journal: journal,
            stop: stops.stop,
            abort: stops.abort
        ) { event in
            progress.take(event)
            if isJSON {
                Console.json(PushEventJSON.line(PushEventJSON(event, images: progress.images)))
            } else if case .imageEnded(let image, .failed(let failure)) = event {
                let image = progress.images[image]
                guard let finding = failure.finding(repository: image.repository) else { return }
                let arguments = ["image": image.name, "title": texts(finding.title)]
                progress.say(texts(Phrase("push.imageFailed", arguments)))
            }
        }
        progress.end()
        return PushResult(
            work: work,
            target: target,
            images: progress.images,
            outcome: outcome,
            statistics: progress.statistics,
            milliseconds: Int(begun.duration(to: .now) / .milliseconds(1)),
            journal: journal.path,
            passedOver: package.source.contents?.others ?? []
        )
    }

    private func makePusher(_ target: PushTarget) throws(Refusal) -> Pusher {
        do {
            return try Pusher(target)
        } catch {
            throw Refusal(error.problem(target), fix: error.fix(target), .dataError)
        }
    }

    private func openJournal(_ package: String, _ target: String) throws(Refusal) -> PushJournal {
        do throws(FileError) {
            let folder = StateFolder.path ?? ".mirrorctl"
            if let journal = try PushJournal.open(folder: folder, package: package, target: target) { return journal }
        } catch {
            throw Refusal(writing: error)
        }
        throw Refusal(Phrase("push.busy", ["target": target]), .stale)
    }
}
