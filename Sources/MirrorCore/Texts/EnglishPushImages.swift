/// Images of a package that are not as they should be.
let englishPushImages = """
    [push]
    passedOver = "{files} files belong to no image and were passed over: {names}."
    listSum = "{images} images, {lost} of them not whole; {files} files belong to no image and are passed over."

    [package]
    deadLink = "{name}: {link} is a link to {target}, and the package has no such file."
    strayLink = "{name}: {link} is a link to {target}, which leads nowhere; a file of that name lies at {found}."
    linkCircle = "{name}: {link} is a link that leads in a circle."
    linkOutside = "{name}: {link} is a link to {target}, outside of the folder; nothing outside of it is read."
    "notAFile.pipe" = "{name}: {link} leads to {path}, a named pipe, where a file has to be."
    "notAFile.socket" = "{name}: {link} leads to {path}, a socket, where a file has to be."
    "notAFile.device" = "{name}: {link} leads to {path}, a device, where a file has to be."
    "notAFile.folder" = "{name}: {link} leads to {path}, a folder, where a file has to be."
    layersDiffer = "{name}: the image {digest} lists {layers} layers, and its config names {diffIDs}."
    wrongLayer = "{name}: the layer {layer} is not compressed, and in its place the config names {diffID}."
    platformsMissing = "{name}: the index names {missing}, of which the package does not hold all; it holds {present}."
    badMediaType = "{name}: {mediaType} is not a media type."
    blobTooLarge = "{name}: a layer has {size} bytes; no layer has more than {limit}."
    unreadable = "{name} ({size} bytes) is called an archive and cannot be read as one: the file is damaged."
    noDocument = "{name} looks like an image and has no {document}: a part of it is lost, or an old Docker has written it."
    nameTooLong = "{name} holds a name of more than {limit} bytes, at byte {offset}; no file has one."
    nameTooDeep = "{name} holds a name of more than {limit} parts, at byte {offset}: folders lie that deep in none."
    nestedTooDeeply = "{name}: archives lie within archives more than {limit} deep."
    indexTooDeep = "{name}: indexes name indexes more than {limit} deep, down to {digest}."
    tooManyParts = "{name}: its images are made of more than {limit} manifests and blobs, counted for each image."

    [MIR0929]
    title = "{images} images have no name or no tag in the package"
    cause = "They went to the places named here. Where the package has no name, it was taken from the file that the image lies in; what has no tag can be pulled by that digest only."
    next = "If nodes are to pull them by name, save them with one: docker tag IMAGE NAME:TAG, then docker save NAME:TAG (not by the image's id)."

    [MIR0930]
    title = "A link in the package leads nowhere"
    cause = "{problem}"
    next = "Write the archive anew with a current docker save or skopeo copy, or correct the link in it. The download is not to blame unless its checksum differs."

    [MIR0939]
    title = "A link leads out of the package's folder"
    cause = "{problem}"
    next = "Give the folder that holds the files as --source, or put the files in place of the links: cp -rL FOLDER COPY."

    [MIR0940]
    title = "In the package there is no file where one has to be"
    cause = "{problem}"
    next = "Put the file there. Nothing was read from it."

    [MIR0931]
    title = "The image is not whole in itself"
    cause = "{problem} containerd refuses to unpack such an image, so it was not pushed."
    next = "Save the image again. Docker 25.0.0 wrote such archives: use 25.0.1 or later, or skopeo copy."

    [MIR0932]
    title = "The package does not hold all platforms of the image"
    cause = "{problem} Most likely it was exported for some platforms, and its index still names the others."
    next = "Export it with all platforms (ctr images export --all-platforms), or one platform alone, without the index: skopeo copy --override-arch ARCH docker://IMAGE oci-archive:FILE."

    [MIR0936]
    title = "The image's name is none that a registry takes"
    cause = "{problem}"
    next = "Names are of lower-case letters, digits and . _ - / with a tag after the colon. Give it such a name and save it again: docker tag, docker save."

    [MIR0937]
    title = "The package holds text that must not go into a request"
    cause = "{problem}"
    next = "Nothing of this image was sent under that text. Ask who made the package; a vendor's has no such text."

    [MIR0938]
    title = "The package goes beyond a limit"
    cause = "{problem}"
    next = "No image needs as much. Ask who made the package; split it, if it is meant so."
    """
