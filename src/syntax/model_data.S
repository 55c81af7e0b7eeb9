// The model file as it lies on disk, aligned for use in place; nothing when there is none yet.
    .section .rodata
    .balign 64
    .global corroborate_model_begin
    .global corroborate_model_end
corroborate_model_begin:
#ifdef MODEL_FILE
    .incbin MODEL_FILE
#endif
corroborate_model_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
