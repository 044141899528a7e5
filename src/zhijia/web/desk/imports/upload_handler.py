"""An uploaded sheet goes to memory and from there sealed to disk; it never lies in a temporary file in clear."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from zhijia.registers.base.imports.staging import MOST_MEGABYTES
from zhijia.registers.base.imports.vault import in_memory

MOST_BYTES = MOST_MEGABYTES << 20


class MemoryUpload(FileUploadHandler):
    """Stops at the limit, so that memory is bounded whatever is sent."""

    def __init__(self, request: Any = None) -> None:
        """Nothing received yet."""
        super().__init__(request)
        self.too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A further file of the form."""
        super().new_file(*args, **kwargs)
        self.memory = in_memory()
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """One more piece."""
        self.received += len(raw_data)
        if self.received > MOST_BYTES:
            self.too_large = True
            self.memory.close()
            raise StopUpload(connection_reset=False)
        self.memory.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The whole file, at its beginning."""
        self.memory.seek(0)
        return UploadedFile(self.memory, self.file_name, self.content_type, file_size, self.charset)
